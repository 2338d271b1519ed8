using System.Text.Json;
using Bot.Conversation;
using Bot.Storage;

namespace Bot.Channels.WhatsApp;

/// <summary>Takes one message in: when it returns, the message is stored or worth nothing, and what waited for its writer may leave.</summary>
internal sealed class Reception(IServiceScopeFactory scopes, IMailbox mailbox, Seal seal, Signals signals) : IReplay
{
    public string Channel => WhatsAppChannel.ChannelName;

    /// <summary>What the spool keeps of a webhook.</summary>
    public static byte[] Payload(Form form, DateTimeOffset at) => JsonSerializer.SerializeToUtf8Bytes(new Waiting(at, form.Fields));

    public async Task Replay(byte[] payload, CancellationToken cancellationToken)
    {
        var waiting = JsonSerializer.Deserialize<Waiting>(payload)!;
        await Take(Form.Of(waiting.Fields), waiting.At, cancellationToken);
    }

    private sealed record Waiting(DateTimeOffset At, Dictionary<string, string> Fields);

    /// <returns>False when it is no message of a person.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was kept: ask for the message again.</exception>
    public async Task<bool> Take(Form form, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (Inbound.Caller(form["From"], form["WaId"], form["ExternalUserId"]) is not { } caller)
            return false;
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            var contacts = scope.ServiceProvider.GetRequiredService<Contacts>();
            var (contact, wasNudged) = await contacts.Hear(caller, now, cancellationToken);
            if (Inbound.Message(form, contact.Id, now) is not { } message)
                return false;
            var isStop = Inbound.IsStop(message);
            if (form["OptOutType"] == "STOP")
                await contacts.Set(contact.Id, Reach.OptedOut, cancellationToken);    // Twilio has confirmed it, and lets nothing of ours through
            if (Nudge.IsOnlyAnswered(message, wasNudged))
                message = message with { Kind = MessageKind.Back, Text = "", Press = null };
            await mailbox.Receive(message, cancellationToken);
            if (!isStop && await scope.ServiceProvider.GetRequiredService<OutboxQueue>().Release(Contacts.LaneOf(seal, contact.Id), cancellationToken) > 0)
                signals.Outbox.Ring();
            return true;
        }
        catch (Exception fault) when (Databases.IsUnavailable(fault))
        {
            throw new StoreUnavailableException("The database does not take anything now.", fault);
        }
    }
}
