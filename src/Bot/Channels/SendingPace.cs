namespace Bot.Channels;

/// <summary>How fast a provider lets us speak, with what we keep free of it. The figures of each channel stand in its room, with their source.</summary>
public sealed record SendingPace
{
    /// <summary>No provider, no limits.</summary>
    public static SendingPace Free { get; } = new();

    /// <summary>Messages a second, everything together.</summary>
    public int PerSecond { get; init; } = int.MaxValue;

    /// <summary>Alerts a second: fewer than all, so that an answer always finds room.</summary>
    public double AlertsPerSecond { get; init; } = double.PositiveInfinity;

    /// <summary>From one message to a person to the next one.</summary>
    public TimeSpan BetweenToOne { get; init; } = TimeSpan.Zero;

    /// <summary>Messages and edits in one group within sixty seconds.</summary>
    public int PerGroupAndMinute { get; init; } = int.MaxValue;

    /// <summary>Calls on their way at the same time.</summary>
    public int AtOnce { get; init; } = 3;
}
