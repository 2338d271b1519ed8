using Microsoft.EntityFrameworkCore;

namespace Bot.Storage;

/// <summary>
/// A table of the register as the bulk writer sees it: a number as its key and what is searched by; if it holds documents, also a digest by
/// which "changed" is told from "the same again", the document, and the stamps of the writings that brought and last changed the row.
/// </summary>
public sealed record BulkTable
{
    private const string Digest = "Digest", Document = "Document", FirstSeen = "FirstSeen", Changed = "Changed";

    /// <param name="columns">What is searched by, in the order in which rows are written after their key.</param>
    public BulkTable(string name, string key, string[] columns, bool hasDocuments = true)
    {
        (Name, Key, HasDocuments) = (name, key, hasDocuments);
        string[] given = hasDocuments ? [key, .. columns, Digest, Document] : [key, .. columns], all = hasDocuments ? [.. given, FirstSeen, Changed] : given;
        (Given, Width) = (given.Length, all.Length);
        Names = string.Join(", ", all.Select(column => $"\"{column}\""));
        OnConflict = $"ON CONFLICT (\"{key}\") DO UPDATE SET "
            + string.Join(", ", all.Except([key, FirstSeen]).Select(column => $"\"{column}\" = excluded.\"{column}\""));
    }

    public string Name { get; }
    public string Key { get; }
    public bool HasDocuments { get; }

    /// <summary>How many values a <see cref="RowBuffer"/> holds of each row, and how many the table takes: the stamps are added.</summary>
    public int Given { get; }
    public int Width { get; }
    public string Names { get; }

    /// <summary>A row whose key is there takes everything but its first stamp.</summary>
    public string OnConflict { get; }

    /// <summary>Statements that make the table's look-ups, by name. A first fill makes them last, when sorting once is cheaper.</summary>
    public IReadOnlyDictionary<string, string> Indexes(RegisterDb db) => db.Model.GetRelationalModel().Tables.Single(table => table.Name == Name)
        .Indexes.ToDictionary(
            index => index.Name,
            index => $"CREATE INDEX IF NOT EXISTS \"{index.Name}\" ON \"{Name}\" ({string.Join(", ", index.Columns.Select(column => $"\"{column.Name}\""))})");
}
