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

    public string Name => ChannelName;
    public string? Group => group.Name;
    public SendingPace Pace => settings.Pace.ToPace();

    public async Task<Delivery> Send(Outgoing message, CancellationToken cancellationToken)
    {
        await group.Recall(cancellationToken);
        if (message.Reply.Removes is { } place)
            return await Remove(message, place);
        var parts = Parts.Of(message.Reply.Text, LongestText);
        if (parts.Count == 0)
            return new Delivery.Refused("the text is empty");
        var photo = message.Reply.Photo is { } id ? await photographs.Find(id, cancellationToken) : null;
        if (message.Reply.Photo is not null && photo is null)
            return new Delivery.Refused("the picture is not kept any more");
        if (photo is not null)
            parts = [Parts.Of(parts[0], LongestCaption)[0]];
        if (message.Done >= parts.Count)
            return new Delivery.Sent(message.Begun);
        var keyboard = message.Done == parts.Count - 1 ? Keyboard.Of(message.Reply.Buttons) : null;
        return await Tell(message, parts, keyboard, photo);
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

    public TimeSpan ComposingLasts { get; } = TimeSpan.FromSeconds(4.5);    // Telegram takes it away after five

    public Task ShowComposing(IncomingMessage message, CancellationToken cancellationToken) => client.SendChatAction(message.Sender, cancellationToken);

    /// <summary>The next part: where the card hangs it is changed there, else it is sent.</summary>
    private async Task<Delivery> Tell(Outgoing message, IReadOnlyList<string> parts, Keyboard? keyboard, Photograph? photo)
    {
        var done = Numbers(message.Begun?.Split('@')[0]) ?? [];
        var hangs = Hanging(message) is { } cards && cards.Count == parts.Count && done.SequenceEqual(cards.Take(message.Done)) ? cards[message.Done] : (long?)null;
        if (hangs is { } card && await Edit(message, card, parts[message.Done], keyboard) is var (isThere, trouble) && (isThere || trouble is not null))
            return trouble ?? Told(message, parts.Count, [.. done, card]);
        try
        {
            return Told(message, parts.Count, [.. done, await SendPart(message, parts[message.Done], keyboard, photo)]);
        }
        catch (TelegramException e)
        {
            return Trouble(message, e, Outcome.Of(e));
        }
    }

    /// <summary>What is for the group must not be lost because somebody has removed the bot from it: it waits until that is mended.</summary>
    private Delivery Trouble(Outgoing message, TelegramException fault, Delivery usual)
    {
        if (fault.Code != 403 || message.Recipient != group.Name)
            return usual;
        log.GroupClosed(fault.Description);
        return new Delivery.Later(Outcome.Mending, PauseAll: false, fault.Message);
    }

    private async Task<Delivery> Remove(Outgoing message, string place)
    {
        try
        {
            foreach (var number in Numbers(place.Split('@')[0]) ?? [])
                await client.DeleteMessage(place.Split('@') is [_, var address] ? address : message.Recipient, number);
            return new Delivery.Sent(null);
        }
        catch (TelegramException e)
        {
            return Trouble(message, e, Outcome.OfEdit(e));
        }
    }

    private Delivery Told(Outgoing message, int parts, List<long> numbers) =>
        message.Done == parts - 1 ? new Delivery.Sent(Place(message.Recipient, numbers)) : new Delivery.Partly(Place(message.Recipient, numbers));

    private Task<long> SendPart(Outgoing message, string text, Keyboard? keyboard, Photograph? photo) => posting.Post(message, (chat, topic, isProtected) =>
        photo is null ? client.SendMessage(chat, text, keyboard, topic, isProtected) : client.SendPhotograph(chat, photo, text, topic, isProtected));

    /// <returns>Whether it hangs there with these words now; when it does not and there is no trouble, it is gone.</returns>
    private async Task<(bool IsThere, Delivery? Trouble)> Edit(Outgoing message, long card, string text, Keyboard? keyboard)
    {
        try
        {
            await client.EditMessageText(group.AddressOf(message.Recipient), card, text, keyboard);
            return (true, null);
        }
        catch (TelegramException e) when (e.Says("message is not modified"))
        {
            return (true, null);    // it shows this already
        }
        catch (TelegramException e) when (IsGone(e))
        {
            return (false, null);
        }
        catch (TelegramException e)
        {
            return (false, Trouble(message, e, Outcome.OfEdit(e)));
        }
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
