using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Tests.Storage;

/// <summary>Everything that a database holds about people, opened with the keys: what an operator with both could read.</summary>
internal static class Opened
{
    public static async Task<string> All(BotDb db, Seal seal)
    {
        var text = new StringBuilder();
        foreach (var table in db.Model.GetEntityTypes())
            foreach (var row in await ((Task<List<object>>)typeof(Opened).GetMethod(nameof(Rows))!.MakeGenericMethod(table.ClrType).Invoke(null, [db])!))
                foreach (var column in table.GetProperties())
                    text.Append(table.GetTableName()).Append('.').Append(column.Name).Append('=').Append(column.PropertyInfo!.GetValue(row) switch
                    {
                        Sealed box => Words(seal.OpenBytes(box)),
                        var plain => plain,
                    }).Append('\n');
        return text.ToString();
    }

    /// <summary>What was written as JSON is read as the words that it holds.</summary>
    private static string Words(byte[] bytes)
    {
        if (bytes is not [(byte)'{' or (byte)'[', ..])
            return Encoding.UTF8.GetString(bytes);
        try
        {
            return Words(JsonNode.Parse(bytes));
        }
        catch (JsonException)
        {
            return Encoding.UTF8.GetString(bytes);
        }
    }

    private static string Words(JsonNode? node) => node switch
    {
        JsonObject fields => string.Join('\n', fields.Select(field => Words(field.Value))),
        JsonArray items => string.Join('\n', items.Select(Words)),
        _ => node?.ToString() ?? "",
    };

    public static async Task<List<object>> Rows<TRow>(BotDb db) where TRow : class => [.. await db.Set<TRow>().AsNoTracking().ToListAsync()];
}
