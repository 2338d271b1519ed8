namespace Fakes.Telegram;

/// <summary>How fast a bot may send before it is told to wait. The real numbers are told in words only (“about 30 a second”).</summary>
/// <param name="Whole">Messages and edits a second by the whole bot, and as many at once: a bucket.</param>
/// <param name="PrivateBurst">Messages at once to one person; a bucket that one message a second fills again. Ours: the real one is not told.</param>
/// <param name="Group">Messages and edits to one group within any 60 seconds.</param>
public sealed record Limits(int Whole = 30, int PrivateBurst = 3, int Group = 20)
{
    /// <summary>As the platform tells them.</summary>
    public static Limits Real { get; } = new();

    /// <summary>As fast as the bot likes: for tests that are about other things.</summary>
    public static Limits None { get; } = new(0, 0, 0);
}
