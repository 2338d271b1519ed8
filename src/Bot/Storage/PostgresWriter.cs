using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Bot.Storage;

/// <summary>Binary COPY: straight into the table for new rows, through a table of the transaction for those that replace others.</summary>
internal sealed class PostgresWriter(RegisterDb db, IDbContextTransaction transaction, long stamp) : RegisterWriter(db, transaction, stamp)
{
    private const long Turn = 0x6b756e5f6a617279;    // any number that nobody else takes: one writer at a time on all nodes

    public static Task WaitForTurn(RegisterDb db, CancellationToken cancellationToken) =>
        db.Run($"SELECT pg_advisory_xact_lock({Turn})", cancellationToken);

    public static async Task<Dictionary<long, long>> Ask(RegisterDb db, BulkTable table, IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var ask = new NpgsqlCommand(
            $"SELECT \"{table.Key}\", \"Digest\" FROM \"{table.Name}\" WHERE \"{table.Key}\" = ANY($1)", Connection(db));
        ask.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. keys] });
        await using var reader = await ask.ExecuteReaderAsync(cancellationToken);
        var known = new Dictionary<long, long>();
        while (await reader.ReadAsync(cancellationToken))
            known[reader.GetInt64(0)] = reader.GetInt64(1);
        return known;
    }

    public override async Task Put(BulkTable table, RowBuffer rows, bool areNew, CancellationToken cancellationToken)
    {
        if (areNew)
        {
            await Copy(table, table.Name, rows, cancellationToken);
            return;
        }

        var passage = "passing_" + table.Name;
        await Db.Run(
            $"CREATE TEMP TABLE IF NOT EXISTS \"{passage}\" (LIKE \"{table.Name}\" INCLUDING DEFAULTS) ON COMMIT DELETE ROWS", cancellationToken);
        await Copy(table, passage, rows, cancellationToken);
        await Db.Run(
            $"INSERT INTO \"{table.Name}\" ({table.Names}) SELECT {table.Names} FROM \"{passage}\" {table.OnConflict}", cancellationToken);
    }

    private async Task Copy(BulkTable table, string into, RowBuffer rows, CancellationToken cancellationToken)
    {
        await using var copy = await Connection(Db).BeginBinaryImportAsync($"COPY \"{into}\" ({table.Names}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        for (var row = 0; row < rows.Count; row++)
            Write(copy, rows.Row(row), table);
        await copy.CompleteAsync(cancellationToken);
    }

    private void Write(NpgsqlBinaryImporter copy, RowBuffer.Values values, BulkTable table)
    {
        copy.StartRow();
        for (var column = 0; column < table.Given; column++)
        {
            values.Next();
            if (values.IsText)
                copy.Write(values.Memory, NpgsqlDbType.Text);
            else if (values.Number is { } number)
                copy.Write(number, NpgsqlDbType.Bigint);
            else
                copy.WriteNull();
        }

        for (var column = table.Given; column < table.Width; column++)
            copy.Write(Stamp, NpgsqlDbType.Bigint);
    }

    private static NpgsqlConnection Connection(RegisterDb db) => (NpgsqlConnection)db.Database.GetDbConnection();
}
