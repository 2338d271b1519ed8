using System.Globalization;
using Bot.Alerts;
using Bot.Conversation;
using Bot.Storage;
using Bot.Tips;
using Microsoft.EntityFrameworkCore;

namespace Bot.Tests.Promises;

/// <summary>What is kept at the end, told without what is drawn (ids, receipts) and without what depends on who was first (numbers of tips, moments).</summary>
internal static class Ending
{
    public static async Task<string> Of(TelegramHouse house)
    {
        var seal = house.The<Seal>();
        return string.Join('\n', await house.Look(async db =>
        {
            List<string> lines = [];
            foreach (var person in await db.People.OrderBy(person => person.Lane).ToListAsync())
            {
                lines.Add($"{seal.Open(person.Address)}: {person.Language}, {person.Step}, question {person.Question}, stopped {person.Stopped}");
                lines.AddRange(person.OpenNotes(seal).Select(note => $"  {note.Key} = {note.Value}").Order(StringComparer.Ordinal));
                lines.AddRange((await db.Subscriptions.Where(topic => topic.PersonId == person.Id).Select(topic => topic.Topic).ToListAsync()).Order().Select(topic => $"  follows {topic}"));
                lines.Add($"  files of no tip: {await Files(db, seal, file => file.PersonId == person.Id && file.TipId == null)}");
                foreach (var tip in await db.Tips.Where(tip => tip.PersonId == person.Id).OrderBy(tip => tip.FiledAt).ToListAsync())
                    lines.AddRange(await Of(tip, db, seal));
            }

            return lines;
        }));
    }

    private static async Task<IEnumerable<string>> Of(Tip tip, BotDb db, Seal seal)
    {
        var entries = await db.TipEntries.Where(entry => entry.TipId == tip.Id).OrderBy(entry => entry.Position).ToListAsync();
        var cases = await db.Set<Bot.Triage.Case>().CountAsync(known => known.TipId == tip.Id);
        return
        [
            $"  tip about {tip.LotId?.ToString(CultureInfo.InvariantCulture) ?? "no lot"}, {tip.State}, {tip.Language}, cases {cases}, files {await Files(db, seal, file => file.TipId == tip.Id)}",
            .. seal.Open(tip.Text).Split('\n').Select(line => $"    | {line}"),
            .. entries.Select(entry => $"    + {entry.Kind} {(entry.Text.IsNothing ? "" : seal.Open(entry.Text))}"),
        ];
    }

    private static async Task<string> Files(BotDb db, Seal seal, System.Linq.Expressions.Expression<Func<TipFile, bool>> which) =>
        string.Join(' ', (await db.TipFiles.Where(which).ToListAsync()).Select(file => Convert.ToHexString(seal.OpenBytes(file.Content))).Order(StringComparer.Ordinal));
}
