using System.Diagnostics;
using Npgsql;
using Xunit;

namespace Bot.Tests.Durability;

/// <summary>A PostgreSQL server of the test's own, to be stopped and started; it refuses root, so it runs as the user postgres.</summary>
internal sealed class OwnPostgres : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bot-postgres-").FullName;
    private readonly int port = WebKillTests.FreePort();

    public string Connection => $"Host=127.0.0.1;Port={port};Username=postgres;Database=bot;Timeout=3";

    /// <summary>Why there can be none here, or null.</summary>
    public static string? Missing { get; } = Bin() is null ? "initdb and pg_ctl of PostgreSQL are not installed"
        : Environment.IsPrivilegedProcess && !File.ReadAllLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal))
            ? "there is no user postgres to run the server as" : null;

    public static async Task<OwnPostgres> Make()
    {
        var server = new OwnPostgres();
        if (Environment.IsPrivilegedProcess)
            await server.Run("chown", "postgres", server.folder);
        await server.AsPostgres("initdb", $"-D {server.folder}/data -A trust -U postgres -N");
        await server.Start();
        var first = server.Connection.Replace("Database=bot", "Database=postgres", StringComparison.Ordinal);
        await using var connection = new NpgsqlConnection(first + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("CREATE DATABASE bot", connection);
        await command.ExecuteNonQueryAsync();
        return server;
    }

    public Task Start() => AsPostgres("pg_ctl", $"-D {folder}/data -w -l {folder}/log -o '-p {port} -k {folder} -c listen_addresses=127.0.0.1' start");

    /// <summary>As if the power were cut.</summary>
    public Task Stop() => AsPostgres("pg_ctl", $"-D {folder}/data -w -m immediate stop");

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await AsPostgres("pg_ctl", $"-D {folder}/data -w -m immediate stop", mayFail: true);
        Directory.Delete(folder, recursive: true);
    }

    private Task AsPostgres(string program, string arguments, bool mayFail = false)
    {
        var line = $"{Path.Combine(Bin()!, program)} {arguments} > {folder}/said 2>&1";
        return Environment.IsPrivilegedProcess ? Run("su", "postgres", "-c", line, mayFail) : Run("sh", "-c", line, "", mayFail);
    }

    private async Task Run(string program, string one, string two, string three = "", bool mayFail = false)
    {
        var words = new[] { one, two, three }.Where(word => word.Length > 0);
        using var process = Process.Start(new ProcessStartInfo(program, words) { WorkingDirectory = folder })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0 && !mayFail)
            throw new InvalidOperationException($"{program} {two} ended with {process.ExitCode}: {File.ReadAllText(Path.Combine(folder, "said"))}");
    }

    private static string? Bin() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin"))
            .Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
        : null;
}

/// <summary>A test that stops and starts a server: skipped, with the reason, where it cannot have one.</summary>
public sealed class OwnPostgresFactAttribute : FactAttribute
{
    public OwnPostgresFactAttribute() => Skip = OwnPostgres.Missing;
}
