using System.Data;
using System.Data.Common;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Lots;

/// <summary>Rows of the register read by the thousand: their documents are parsed from the bytes as they lie, and no text is made of them first.</summary>
internal static class DocumentQueries
{
    /// <summary>The documents of a query as records.</summary>
    public static async Task<List<T>> Read<T>(this IQueryable<StoredDocument> rows, CancellationToken cancellationToken)
        where T : class
    {
        List<T> records = [];
        await using var found = await rows.Open(cancellationToken);
        while (await found.Next(cancellationToken))
            records.Add(Documents.Read<T>(found.Document));
        return records;
    }

    /// <summary>The documents of a query, one after the other; the connection stays open as long as its context.</summary>
    public static async Task<DocumentRows> Open(this IQueryable<StoredDocument> rows, CancellationToken cancellationToken)
    {
        var command = rows.Select(row => row.Document).CreateDbCommand();
        if (command.Connection is { State: ConnectionState.Closed } closed)
            await closed.OpenAsync(cancellationToken);
        return new DocumentRows(command, await command.ExecuteReaderAsync(cancellationToken));
    }
}

/// <summary>A query that is being read. Its statement lasts as long as its rows.</summary>
internal sealed class DocumentRows(DbCommand command, DbDataReader rows) : IAsyncDisposable
{
    /// <summary>The document of this row, until the next one is asked for.</summary>
    public ReadOnlySpan<byte> Document => Databases.Bytes(rows, 0);

    public Task<bool> Next(CancellationToken cancellationToken) => rows.ReadAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await rows.DisposeAsync();
        await command.DisposeAsync();
    }
}
