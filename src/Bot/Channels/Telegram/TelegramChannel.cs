using System.Collections.Concurrent;
using System.Globalization;
using Bot.Conversation;

namespace Bot.Channels.Telegram;

/// <summary>Carries replies to people on Telegram, one try at a time, and says what became of each.</summary>
internal sealed class TelegramChannel(
    TelegramClient client, CoordinatorsGroup group, Posting posting, IPhotographs photographs, TelegramSettings settings, TimeProvider clock,
    ILogger<TelegramChannel> log) : IChannel, IShowsComposing
{
    public const string ChannelName = "telegram";

    /// <summary>Telegram counts characters; counted in UTF-16 units here, which are never fewer.</summary>
    public const int LongestText = 4096;
    private const int LongestCaption = 1024;

    /// <summary>The parts of a long message that are already there, until the rest of it is.</summary>
    private readonly ConcurrentDictionary<long, List<long>> begun = new();

    public string Name => ChannelName;
    public string? Group => group.Name;
    public Pace Pace => settings.Pace.ToPace();

    public async Task<Delivery> Send(Outgoing message, CancellationToken cancellationToken)
    {
        var parts = Parts.Of(message.Reply.Text, LongestText);
        if (parts.Count == 0)
            return new Delivery.Refused("the text is empty");
        var photo = message.Reply.Photo is { } id ? await photographs.Find(id, cancellationToken) : null;
        if (message.Reply.Photo is not null && photo is null)
            return new Delivery.Refused("the picture is not kept any more");
        if (photo is not null)
            parts = [Parts.Of(parts[0], LongestCaption)[0]];
        var keyboard = Keyboard.Of(message.Reply.Buttons);
        var delivery = Hanging(message) is { } cards && cards.Count == parts.Count && !begun.ContainsKey(message.Position)
            ? await Edit(message, cards, parts, keyboard)
            : null;
        delivery ??= await SendNew(message, parts, keyboard, photo);
        if (delivery is not Delivery.Later)
            begun.TryRemove(message.Position, out _);
        return delivery;
    }

    public async Task<byte[]?> Fetch(IncomingFile file, CancellationToken cancellationToken)
    {
        if (file.Reference is null)
            return file.Content;
        try
        {
            return await Persistence.Short(clock, log).ExecuteAsync(async token =>
                await client.GetFile(file.Reference, token) is { } path ? await client.Download(path, token) : null, cancellationToken);
        }
        catch (TelegramException e) when (e.Reached == Reached.Answered && e.Code is 400 or 403 or 410 || e is { Code: 404 })
        {
            return null;    // too big, or no longer kept
        }
    }

    public Task ShowComposing(string recipient, CancellationToken cancellationToken) => client.SendChatAction(recipient, cancellationToken);

    private async Task<Delivery> SendNew(Outgoing message, IReadOnlyList<string> parts, Keyboard? keyboard, Photograph? photo)
    {
        var sent = begun.GetOrAdd(message.Position, _ => []);
        try
        {
            while (sent.Count < parts.Count)
            {
                var isLast = sent.Count == parts.Count - 1;
                sent.Add(await SendPart(message, parts[sent.Count], isLast ? keyboard : null, photo));
            }

            return new Delivery.Sent(Place(message.Recipient, sent));
        }
        catch (TelegramException e) when (e.Code == 403 && message.Recipient == group.Name)
        {
            log.GroupClosed(e.Description);    // cards must not be lost because somebody has removed the bot
            return new Delivery.Later(Outcome.Mending, PauseAll: false, e.Message);
        }
        catch (TelegramException e)
        {
            return Outcome.Of(e);
        }
    }

    private Task<long> SendPart(Outgoing message, string text, Keyboard? keyboard, Photograph? photo) => posting.Post(message, (chat, topic, isProtected) =>
        photo is null ? client.SendMessage(chat, text, keyboard, topic, isProtected) : client.SendPhotograph(chat, photo, text, topic, isProtected));

    /// <returns>Null when the card is not there any more: then it is sent anew.</returns>
    private async Task<Delivery?> Edit(Outgoing message, List<long> cards, IReadOnlyList<string> parts, Keyboard? keyboard)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            var isLast = i == parts.Count - 1;
            try
            {
                await client.EditMessageText(group.AddressOf(message.Recipient), cards[i], parts[i], isLast ? keyboard : null);
            }
            catch (TelegramException e) when (e.Says("message is not modified"))
            {
                continue;    // it shows this already
            }
            catch (TelegramException e) when (IsGone(e))
            {
                return null;
            }
            catch (TelegramException e)
            {
                return Outcome.OfEdit(e);
            }
        }

        return new Delivery.Sent(message.EditOf);
    }

    private static bool IsGone(TelegramException fault) => fault.Code == 400
        && (fault.Says("message to edit not found") || fault.Says("message can't be edited") || fault.MovedTo is not null);

    /// <summary>What a message is found by: its numbers, and after "@" the group's own address where that is not the one of the settings.</summary>
    private string Place(string recipient, IEnumerable<long> numbers)
    {
        var ids = string.Join(',', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));
        return group.AddressOf(recipient) is var address && address != recipient ? $"{ids}@{address}" : ids;
    }

    /// <summary>Where the card hangs; null when the group has moved since: numbers begin anew there, and another card may have these.</summary>
    private List<long>? Hanging(Outgoing message)
    {
        var (ids, address) = message.EditOf?.Split('@') is [var numbers, var chat] ? (numbers, chat) : (message.EditOf, message.Recipient);
        return address == group.AddressOf(message.Recipient) ? Numbers(ids) : null;
    }

    private static List<long>? Numbers(string? ids)
    {
        List<long> numbers = [];
        foreach (var id in ids?.Split(',') ?? [])
        {
            if (!long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return null;
            numbers.Add(number);
        }

        return numbers.Count == 0 ? null : numbers;
    }
}
