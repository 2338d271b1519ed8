using Microsoft.Data.Sqlite;

namespace Benchmarks.Matching;

/// <summary>SQLite's FTS5 with one of its tokenizers, ranked by bm25.</summary>
internal sealed class SqliteRival : IRival
{
    private readonly string folder = TemporaryHouse.Folder();
    private readonly string tokenizer;
    private readonly SqliteConnection connection;

    private SqliteRival(string tokenizer)
    {
        this.tokenizer = tokenizer;
        connection = new SqliteConnection($"Data Source={Path.Combine(folder, "rival.db")};Pooling=False");
    }

    public string Name => $"SQLite FTS5 {tokenizer}";

    public static async Task<IRival?> Open(string tokenizer)
    {
        var rival = new SqliteRival(tokenizer);
        await rival.connection.OpenAsync();
        return rival;
    }

    public async Task Build(IEnumerable<(long Id, string Text)> lots)
    {
        await Do("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-262144");
        await Do($"CREATE VIRTUAL TABLE lots USING fts5(text, content='', tokenize='{tokenizer}')");
        await using var transaction = await connection.BeginTransactionAsync();
        await using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO lots(rowid, text) VALUES ($id, $text)";
        var (id, text) = (insert.Parameters.Add("$id", SqliteType.Integer), insert.Parameters.Add("$text", SqliteType.Text));
        foreach (var lot in lots)
        {
            (id.Value, text.Value) = (lot.Id, lot.Text);
            insert.ExecuteNonQuery();
        }

        await transaction.CommitAsync();
        await Do("INSERT INTO lots(lots) VALUES ('optimize')");
    }

    public async Task<IReadOnlyList<long>> Find(IReadOnlyList<string> words)
    {
        List<long> found = [];
        if (words.Count == 0)
            return found;
        await using var query = connection.CreateCommand();
        query.CommandText = "SELECT rowid FROM lots WHERE lots MATCH $words ORDER BY rank LIMIT 10";
        query.Parameters.AddWithValue("$words", string.Join(" OR ", words.Select(word => $"\"{word}\"")));
        await using var rows = await query.ExecuteReaderAsync();
        while (await rows.ReadAsync())
            found.Add(rows.GetInt64(0));
        return found;
    }

    public Task<long> Bytes() => Task.FromResult(new FileInfo(Path.Combine(folder, "rival.db")).Length);

    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task Do(string sql)
    {
        await using var command = new SqliteCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
