using Bot.Conversation;

namespace Bot.Channels.Web;

/// <summary>The embedded channel: the stored reply is the delivery, for the pages read it from the feed.</summary>
public sealed class WebChannel : IChannel
{
    public const string ChannelName = "web";
    public const string TriageGroup = "triage";

    public string Name => ChannelName;
    public string? Group => TriageGroup;
    public bool IsStored => true;

    public Task<Delivery> Send(Outgoing message, CancellationToken cancellationToken) =>
        Task.FromResult<Delivery>(new Delivery.Sent(null));

    public Task<byte[]?> Fetch(IncomingFile file, CancellationToken cancellationToken) =>
        Task.FromResult<byte[]?>(null);    // files of the pages arrive with their bytes
}
