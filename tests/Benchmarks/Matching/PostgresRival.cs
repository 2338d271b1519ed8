using Npgsql;

namespace Benchmarks.Matching;

/// <summary>PostgreSQL's full text search: Russian stems beside the words as they stand, a GIN index, ranked by ts_rank.</summary>
internal sealed class PostgresRival : IRival
{
    private const string Database = "bot_benchmark_rival";
    private readonly NpgsqlConnection admin;
    private readonly NpgsqlConnection connection;

    private PostgresRival(string server)
    {
        admin = new NpgsqlConnection(server + ";Database=postgres;Pooling=false");
        connection = new NpgsqlConnection($"{server};Database={Database};Pooling=false;Command Timeout=0");
    }

    public string Name => "PostgreSQL russian || simple";

    /// <summary>Null when BOT_TEST_POSTGRES names no server.</summary>
    public static async Task<IRival?> Open()
    {
        if (Environment.GetEnvironmentVariable("BOT_TEST_POSTGRES") is not { Length: > 0 } server)
        {
            Say.Line($"  PostgreSQL is left out: BOT_TEST_POSTGRES names no server");
            return null;
        }

        var rival = new PostgresRival(server);
        await rival.admin.OpenAsync();
        await Do(rival.admin, $"DROP DATABASE IF EXISTS {Database} WITH (FORCE)");
        await Do(rival.admin, $"CREATE DATABASE {Database}");
        await rival.connection.OpenAsync();
        return rival;
    }

    public async Task Build(IEnumerable<(long Id, string Text)> lots)
    {
        await Do(connection, "CREATE UNLOGGED TABLE raw (id bigint, text text)");
        await using (var import = await connection.BeginBinaryImportAsync("COPY raw FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var (id, text) in lots)
            {
                import.StartRow();
                import.Write(id);
                import.Write(text.Replace("\0", ""));
            }

            await import.CompleteAsync();
        }

        await Do(connection, "CREATE UNLOGGED TABLE lots AS SELECT id, to_tsvector('russian', text) || to_tsvector('simple', text) AS words FROM raw");
        await Do(connection, "DROP TABLE raw; CREATE INDEX ON lots USING gin (words); VACUUM ANALYZE lots".Split(';'));
    }

    public async Task<IReadOnlyList<long>> Find(IReadOnlyList<string> words)
    {
        List<long> found = [];
        if (words.Count == 0)
            return found;
        await using var query = new NpgsqlCommand(
            "SELECT id FROM lots, (SELECT to_tsquery('russian', $1) || to_tsquery('simple', $1) AS asked) q "
            + "WHERE words @@ asked ORDER BY ts_rank(words, asked) DESC LIMIT 10", connection);
        query.Parameters.Add(new NpgsqlParameter { Value = string.Join(" | ", words) });
        await using var rows = await query.ExecuteReaderAsync();
        while (await rows.ReadAsync())
            found.Add(rows.GetInt64(0));
        return found;
    }

    public async Task<long> Bytes() => (long)(await new NpgsqlCommand("SELECT pg_total_relation_size('lots')", connection).ExecuteScalarAsync())!;

    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        await Do(admin, $"DROP DATABASE IF EXISTS {Database} WITH (FORCE)");
        await admin.DisposeAsync();
    }

    private static async Task Do(NpgsqlConnection connection, params string[] statements)
    {
        foreach (var sql in statements)
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync();
        }
    }
}
