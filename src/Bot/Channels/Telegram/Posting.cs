using System.Globalization;

namespace Bot.Channels.Telegram;

/// <summary>Finds the place of one message: a person's chat, or the group where it is now, in the topic that it belongs to.</summary>
internal sealed class Posting(CoordinatorsGroup group, Topics topics)
{
    /// <summary>Sends to where it belongs, and once more when that has moved or is gone. Returns what Telegram numbers it.</summary>
    /// <param name="send">Given the chat, the topic (null for the general one), and whether it must not be passed on or saved there.</param>
    public async Task<long> Post(Outgoing message, Func<string, long?, bool, Task<long>> send)
    {
        if (message.Recipient != group.Name)
            return await send(message.Recipient, null, false);
        try
        {
            return await ToGroup(send, await TopicOf(message));
        }
        catch (TelegramException e) when (e.MovedTo is { } chat)
        {
            group.MovedTo(chat);
            return await ToGroup(send, await TopicOf(message));
        }
        catch (TelegramException e) when (e.Says("message thread not found"))
        {
            return await ToGroup(send, CardOf(message) is { } card ? await topics.Renew(card, message.Reply.Text) : null);
        }
    }

    /// <summary>In the group an author's covered words may stand: they cannot be passed on from there.</summary>
    private Task<long> ToGroup(Func<string, long?, bool, Task<long>> send, long? topic) => send(group.AddressOf(group.Name!), topic, true);

    private static string? CardOf(Outgoing message) => message.Reply.Card ?? message.Reply.Beside;

    private async Task<long?> TopicOf(Outgoing message) => CardOf(message) is { } card ? await topics.Of(card, message.Reply.Text)
        : long.TryParse(message.Reply.Topic, NumberStyles.None, CultureInfo.InvariantCulture, out var topic) ? topic : null;
}
