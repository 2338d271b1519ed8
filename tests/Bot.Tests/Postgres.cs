using Npgsql;
using Xunit;

namespace Bot.Tests;

/// <summary>A real PostgreSQL server that the test command has started: BOT_TEST_POSTGRES holds the connection to it.</summary>
internal static class Postgres
{
    public static string? Server { get; } = Environment.GetEnvironmentVariable("BOT_TEST_POSTGRES");

    public static string Database(string name) => $"{Server};Database={name}";

    public static async Task Run(string sql)
    {
        await using var connection = new NpgsqlConnection($"{Server};Database=postgres");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>A test that needs PostgreSQL: skipped, with the reason, where there is none.</summary>
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = Postgres.Server is null ? "BOT_TEST_POSTGRES is not set: no PostgreSQL server" : null;
}

public sealed class PostgresTheoryAttribute : TheoryAttribute
{
    public PostgresTheoryAttribute() => Skip = Postgres.Server is null ? "BOT_TEST_POSTGRES is not set: no PostgreSQL server" : null;
}
