using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Conversation;
using Bot.Storage;
using Bot.Tips;
using Microsoft.EntityFrameworkCore;

namespace Benchmarks.Messengers;

/// <summary>What the store and the made-up Telegram say in the end of what was brought and what was told.</summary>
internal static partial class Reckoning
{
    private const int Some = 20;    // traces that are printed when something is wrong

    /// <summary>Each update stands once in the inbox and is done; each mark stands once in tips, in what was added to them, or in a draft.</summary>
    public static async Task<object> Acts(BotDb db, Seal seal, Errand errand)
    {
        var rows = await db.Inbox.AsNoTracking().Where(entry => entry.Channel == "telegram").Select(entry => new { entry.ExternalId, entry.State }).ToListAsync();
        var answered = rows.Where(row => row.State == InboxState.Done).Select(row => row.ExternalId).ToHashSet();
        List<Sealed> kept = [.. await db.Tips.Select(tip => tip.Text).ToListAsync(), .. await db.TipEntries.Select(entry => entry.Text).ToListAsync()];
        var drafts = await db.People.AsNoTracking().ToListAsync();
        var texts = kept.Select(seal.Open).Concat(drafts.Select(person => person.OpenNotes(seal).GetValueOrDefault("text", "")));
        var marks = texts.SelectMany(text => Mark().Matches(text).Select(match => match.Value)).CountBy(mark => mark).ToDictionary();
        var numbers = Enumerable.Range(0, errand.Count).ToList();
        var wanted = numbers.Select(Errand.Mark).OfType<string>().ToList();
        var lost = wanted.Where(mark => !marks.ContainsKey(mark)).ToList();
        var doubled = marks.Where(mark => mark.Value > 1).Select(mark => mark.Key).ToList();
        return new
        {
            inboxRows = rows.Count,
            notInInbox = numbers.Count(number => !answered.Contains(Errand.InInbox(number))),
            setAside = rows.Count(row => row.State == InboxState.SetAside),
            traces = wanted.Count,
            lost = lost.Count,
            actedOnTwice = doubled.Count,
            examples = lost.Concat(doubled).Take(Some),
            tips = await db.Tips.CountAsync(),
        };
    }

    /// <summary>What Telegram took over, beside the ledger: no row more often than once.</summary>
    public static async Task<object> Sendings(Stage stage)
    {
        var taken = (await stage.Telegram.CallsAfter(0)).Where(call => call.IsMessage).CountBy(call => (Place(call.Chat!), call.Text!.Trim())).ToDictionary();
        return await stage.Look(async (db, seal) =>
        {
            var rows = await db.Outbox.AsNoTracking().Where(message => message.Channel == "telegram").ToListAsync();
            var told = rows.CountBy(row => (Place(seal.Open(row.Recipient)), JsonSerializer.Deserialize<Reply>(seal.OpenBytes(row.Payload))!.Text.Trim())).ToDictionary();
            var unknown = rows.Count(row => row.State == OutboxState.Unknown);
            return (object)new
            {
                rows = rows.Count,
                taken = taken.Values.Sum(),
                sentTwice = taken.Sum(same => Math.Max(0, same.Value - told.GetValueOrDefault(same.Key))),
                unknown,
                unknownShare = Math.Round(unknown / (double)Math.Max(1, rows.Count), 5),
                toldAgainWithAWord = rows.Count(row => row.Event.StartsWith("again:", StringComparison.Ordinal)),
                refused = rows.Count(row => row.State == OutboxState.Refused),
            };
        });
    }

    /// <summary>The group goes by several names.</summary>
    private static string Place(string chat) => chat.StartsWith('-') || !long.TryParse(chat, out _) ? "group" : chat;

    [GeneratedRegex("xq[a-z]{6}qx")]
    private static partial Regex Mark();
}
