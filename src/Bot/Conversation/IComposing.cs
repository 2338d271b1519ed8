namespace Bot.Conversation;

/// <summary>Shows a person that an answer is being made, where that takes longer than a breath.</summary>
public interface IComposing
{
    /// <summary>The answer to this message is begun; it is there, or given up, when what is returned is disposed of. Nothing here waits or fails.</summary>
    IDisposable Begin(IncomingMessage message);
}
