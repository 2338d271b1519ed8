using System.Globalization;

namespace Bot.Channels.Telegram;

/// <summary>The coordinators' group: known by the number in the settings even after Telegram gave it another one.</summary>
internal sealed class CoordinatorsGroup(TelegramSettings settings, ILogger<CoordinatorsGroup> log)
{
    private volatile string? moved;

    /// <summary>The group's name inside the bot: what the settings say.</summary>
    public string? Name { get; } = string.IsNullOrEmpty(settings.CoordinatorsChat) ? null : settings.CoordinatorsChat;

    /// <summary>The group is a forum, as far as is known: every case gets a topic of its own. What is said there tells it again.</summary>
    public bool HasTopics { get; set; } = true;

    public bool Is(long chat)
    {
        var number = chat.ToString(CultureInfo.InvariantCulture);
        return Name is not null && (number == Name || number == moved);
    }

    /// <summary>Where to send what is meant for <paramref name="recipient"/>.</summary>
    public string AddressOf(string recipient) => recipient == Name && moved is { } address ? address : recipient;

    /// <summary>Telegram said that the group is a supergroup now: both numbers mean it until the setting is changed.</summary>
    public void MovedTo(long chat)
    {
        moved = chat.ToString(CultureInfo.InvariantCulture);
        log.GroupMoved(moved);
    }
}
