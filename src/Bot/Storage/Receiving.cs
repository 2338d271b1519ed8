using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Bot.Storage;

/// <summary>The one statement by which messages come into the inbox: whatever is there already stays as it is.</summary>
internal static class Receiving
{
    private const int Values = 8;

    extension(BotDb db)
    {
        /// <summary>Durable when it returns. Both databases know this statement, and one for all costs a fraction of a unit of work.</summary>
        public Task Receive(IReadOnlyList<InboxEntry> entries)
        {
            var rows = string.Join(", ", Enumerable.Range(0, entries.Count).Select(row => "(" + string.Join(", ", Places(row)) + ")"));
            var statement = FormattableStringFactory.Create(
                "INSERT INTO inbox (\"Channel\", \"ExternalId\", \"Lane\", \"Payload\", \"State\", \"ReceivedAt\", \"NotBefore\", \"Attempts\") VALUES "
                + rows + " ON CONFLICT DO NOTHING", [.. entries.SelectMany(Row)]);
            return db.WriteFirst(() => db.Database.ExecuteSqlAsync(statement));
        }
    }

    private static IEnumerable<string> Places(int row) => Enumerable.Range(row * Values, Values).Select(value => $"{{{value}}}");

    private static IEnumerable<object?> Row(InboxEntry entry) =>
    [
        entry.Channel, entry.ExternalId, entry.Lane, entry.Payload.Bytes, entry.State.ToString(),
        entry.ReceivedAt.UtcDateTime, entry.NotBefore.UtcDateTime, entry.Attempts,
    ];
}
