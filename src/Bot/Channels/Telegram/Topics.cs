using System.Collections.Concurrent;
using System.Globalization;
using Bot.Storage;

namespace Bot.Channels.Telegram;

/// <summary>One topic of the coordinators' group for each case, where the group has topics. Telegram lists none, so the numbers are remembered here.</summary>
internal sealed class Topics(TelegramClient client, CoordinatorsGroup group, IServiceScopeFactory scopes, ILogger<Topics> log)
{
    private const int LongestName = 128;
    private readonly ConcurrentDictionary<string, long> known = new();

    /// <summary>The topic of a card; made when it has none. Null: the general one.</summary>
    public async Task<long?> Of(string card, string title) => !group.HasTopics ? null
        : known.TryGetValue(card, out var topic) ? topic
        : await Remembered(card) is { } number ? known[card] = number
        : await Make(card, title);

    /// <summary>The topic was deleted: a new one for the same card.</summary>
    public Task<long?> Renew(string card, string title) => Make(card, title);

    private async Task<long?> Make(string card, string title)
    {
        try
        {
            var line = title.Split('\n')[0].Trim();
            var number = await client.CreateForumTopic(group.AddressOf(group.Name!), Parts.Of(line, LongestName) is [var name, ..] ? name : card);
            await Remember(card, number);
            return known[card] = number;
        }
        catch (TelegramException e) when (e.Code == 400 && e.MovedTo is null)
        {
            group.HasTopics = false;
            if (e.Says("rights"))
                log.NoTopic(e.Description);
            return null;
        }
    }

    private async Task<long?> Remembered(string card)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<BotDb>().Remembered(Mark(card), CancellationToken.None) is { } number
            ? long.Parse(number, CultureInfo.InvariantCulture) : null;
    }

    private async Task Remember(string card, long number)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        await db.Remember(Mark(card), number.ToString(CultureInfo.InvariantCulture), CancellationToken.None);
        await db.SaveChangesAsync();
    }

    private static string Mark(string card) => "topic:" + card;
}
