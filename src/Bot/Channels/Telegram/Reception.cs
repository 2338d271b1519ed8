using System.Text.Json;
using Bot.Conversation;
using Bot.Storage;

namespace Bot.Channels.Telegram;

/// <summary>Takes one update in: when it returns, the update is stored or worth nothing, and may be acknowledged.</summary>
internal sealed class Reception(Updates updates, CoordinatorsGroup group, IMailbox mailbox) : IReplay
{
    /// <returns>The id of a press that waits for its confirmation, if the update is one.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was kept: ask for the update again.</exception>
    public async Task<string?> Take(JsonElement update, CancellationToken cancellationToken)
    {
        var heard = await Read(update, cancellationToken);
        if (heard.Message is { } message)
            await mailbox.Receive(message, cancellationToken);
        return heard.PressId;
    }

    private async Task<Heard> Read(JsonElement update, CancellationToken cancellationToken)
    {
        try
        {
            await group.Recall(cancellationToken);
            var heard = updates.Read(update);
            await group.Keep(cancellationToken);
            return heard;
        }
        catch (Exception fault) when (Databases.IsUnavailable(fault))
        {
            throw new StoreUnavailableException("The database does not take anything now.", fault);
        }
    }

    public string Channel => TelegramChannel.ChannelName;

    public async Task Replay(byte[] payload, CancellationToken cancellationToken)
    {
        using var update = JsonDocument.Parse(payload);
        await Take(update.RootElement, cancellationToken);
    }

    /// <summary>Counts an update that is so broken that it cannot even be taken.</summary>
    public void Skip() => updates.Skip();
}
