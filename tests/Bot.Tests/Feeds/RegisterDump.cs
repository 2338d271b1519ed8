using Bot.Lots;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Feeds;

/// <summary>Every row of the register as a line, without the stamps: what two stores must have in common when they hold the same.</summary>
internal static class RegisterDump
{
    private static readonly BulkTable[] Tables =
    [
        LotTable.Bulk, AnnouncementTable.Bulk, AnnouncementTable.Bids, ContractTable.Bulk, ContractTable.Items, ActTable.Bulk, PlanTable.Bulk,
        ReferenceTable.Places, ReferenceTable.Organisations, ReferenceTable.Unfair, ReferenceTable.References,
    ];

    public static async Task<Dictionary<string, List<string>>> Of(RegisterDb db)
    {
        var rows = new Dictionary<string, List<string>>();
        await db.Database.OpenConnectionAsync();
        foreach (var table in Tables)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT {string.Join(", ", table.Names.Split(", ")[..table.Given])} FROM \"{table.Name}\" ORDER BY \"{table.Key}\"";
            await using var reader = await command.ExecuteReaderAsync();
            var lines = rows[table.Name] = [];
            while (await reader.ReadAsync())
                lines.Add(string.Join('|', Enumerable.Range(0, table.Given).Select(column => reader.IsDBNull(column) ? "" : reader.GetValue(column).ToString())));
        }

        return rows;
    }

    /// <summary>Fails with the first rows that differ.</summary>
    public static void AreEqual(Dictionary<string, List<string>> expected, Dictionary<string, List<string>> actual)
    {
        Assert.Equal(expected.Keys, actual.Keys);
        foreach (var (table, rows) in expected)
        {
            var (missing, surplus) = (rows.Except(actual[table]).ToList(), actual[table].Except(rows).ToList());
            Assert.True(missing.Count + surplus.Count == 0,
                $"{table}: {missing.Count} rows of {rows.Count} are missing, {surplus.Count} are too many.\n"
                + $"- {missing.FirstOrDefault()}\n+ {surplus.FirstOrDefault()}");
            Assert.Equal(rows.Count, actual[table].Count);
        }
    }
}
