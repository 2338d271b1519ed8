using System.Diagnostics;
using Bot.Lots;
using Bot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Benchmarks;

/// <summary>
/// Loading a file of portal-shaped lots: new, then the same again; beside a bare loop of prepared inserts of the same rows into the same
/// table with the same look-ups. On SQLite, and on PostgreSQL when BOT_TEST_POSTGRES names a server.
/// </summary>
internal static class ImportBenchmark
{
    private const int BarePage = 4_000;    // rows in a transaction, as the intake has them

    public static async Task<int> Run(string[] args)
    {
        var count = args is [var number, ..] ? int.Parse(number, null) : 100_000;
        var folder = TemporaryHouse.Folder();
        var file = Path.Combine(folder, "lots.jsonl");
        Lots.Invent(file, count);
        object? postgres = null;
        var sqlite = await Measure(folder, TemporaryHouse.Settings(folder), file, count, withBare: true);
        if (Environment.GetEnvironmentVariable("BOT_TEST_POSTGRES") is { Length: > 0 } server)
            postgres = await OnPostgres(server, folder, file, count);
        Directory.Delete(folder, recursive: true);
        return TemporaryHouse.Print(new { lots = count, sqlite, postgres });
    }

    private static async Task<object> Measure(string folder, string[] settings, string file, int count, bool withBare)
    {
        await using var app = await TemporaryHouse.Open(settings);
        using var memory = new MemoryWatch();
        var fresh = await Take(app.Services, file);
        var peak = memory.PeakMegabytes;
        var again = await Take(app.Services, file);
        var register = Path.Combine(folder, "bot.register.db");
        var bytes = withBare ? new FileInfo(register).Length + Length(register + "-wal") : await PostgresBytes(app.Services);
        var bare = withBare ? await Bare(app.Services, folder) : 0;
        SqliteConnection.ClearAllPools();
        return new
        {
            freshPerSecond = (int)(count / fresh),
            againPerSecond = (int)(count / again),
            bareInsertPerSecond = withBare ? (int)(count / bare) : 0,
            shareOfBare = withBare ? Math.Round(bare / fresh, 2) : 0,
            bytesPerLot = bytes / count,
            gigabytesFor28Million = Math.Round(bytes / (double)count * 28e6 / 1e9, 1),
            peakMegabytes = peak,
        };
    }

    private static async Task<double> Take(IServiceProvider services, string file)
    {
        await using var stream = File.OpenRead(file);
        var clock = Stopwatch.StartNew();
        var written = 0.0;
        var report = await services.GetRequiredService<Intake>().Take("lots", stream, _ => written = clock.Elapsed.TotalSeconds, default);
        Console.Error.WriteLine($"{report.Inserted} new, {report.Updated} changed, {report.Unchanged} unchanged, {report.Rejected.Count} refused in {clock.Elapsed.TotalSeconds:F1} s, of which look-ups {clock.Elapsed.TotalSeconds - written:F1} s");
        return clock.Elapsed.TotalSeconds;
    }

    /// <summary>What SQLite itself needs for the same rows, one prepared statement after another; reading them is not counted.</summary>
    private static async Task<double> Bare(IServiceProvider services, string folder)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RegisterDb>();
        await using var bare = new SqliteConnection($"Data Source={folder}/bare.db");
        await bare.OpenAsync();
        await using var source = new SqliteConnection(db.Database.GetConnectionString());
        await source.OpenAsync();
        await using var schema = new SqliteCommand("SELECT sql FROM sqlite_master WHERE tbl_name = 'lots' AND sql IS NOT NULL", source);
        await using (var statements = await schema.ExecuteReaderAsync())
            while (await statements.ReadAsync())
                await Do(bare, statements.GetString(0));
        await Do(bare, "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536; PRAGMA wal_autocheckpoint=16384");
        await using var rows = await new SqliteCommand("SELECT * FROM lots ORDER BY Id", source).ExecuteReaderAsync();
        await using var insert = bare.CreateCommand();
        insert.CommandText = $"INSERT INTO lots VALUES ({string.Join(", ", Enumerable.Range(0, rows.FieldCount).Select(column => "$" + column))})";
        var parameters = Enumerable.Range(0, rows.FieldCount).Select(column => insert.Parameters.AddWithValue("$" + column, "")).ToArray();
        var clock = new Stopwatch();
        for (var page = await Page(rows); page.Count > 0; page = await Page(rows))
        {
            clock.Start();
            await using var transaction = (SqliteTransaction)await bare.BeginTransactionAsync();
            insert.Transaction = transaction;
            foreach (var row in page)
            {
                for (var column = 0; column < row.Length; column++)
                    parameters[column].Value = row[column];
                insert.ExecuteNonQuery();
            }

            await transaction.CommitAsync();
            clock.Stop();
        }

        return clock.Elapsed.TotalSeconds;
    }

    private static async Task<List<object[]>> Page(SqliteDataReader rows)
    {
        List<object[]> page = [];
        while (page.Count < BarePage && await rows.ReadAsync())
        {
            var row = new object[rows.FieldCount];
            rows.GetValues(row);
            page.Add(row);
        }

        return page;
    }

    private static async Task<object> OnPostgres(string server, string folder, string file, int count)
    {
        const string Name = "bot_benchmark";
        await using var admin = new NpgsqlConnection(server + ";Database=postgres;Pooling=false");
        await admin.OpenAsync();
        await new NpgsqlCommand($"DROP DATABASE IF EXISTS {Name} WITH (FORCE)", admin).ExecuteNonQueryAsync();
        await new NpgsqlCommand($"CREATE DATABASE {Name}", admin).ExecuteNonQueryAsync();
        string[] settings = [$"--ConnectionStrings:Bot={server};Database={Name};Pooling=false", $"--Keys:File={folder}/pg.key", $"--Log:Folder={folder}/logs"];
        var figures = await Measure(folder, settings, file, count, withBare: false);
        await new NpgsqlCommand($"DROP DATABASE {Name} WITH (FORCE)", admin).ExecuteNonQueryAsync();
        return figures;
    }

    private static async Task<long> PostgresBytes(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RegisterDb>().Database
            .SqlQueryRaw<long>("SELECT pg_total_relation_size('lots') AS \"Value\"").SingleAsync();
    }

    private static async Task Do(SqliteConnection connection, string sql)
    {
        await using var command = new SqliteCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static long Length(string file) => File.Exists(file) ? new FileInfo(file).Length : 0;
}
