using System.Globalization;
using Bot.Storage;

namespace Bot.Channels.Telegram;

/// <summary>
/// The coordinators' group: known by the number in the settings even after Telegram gave it another one. That is told once, so it is remembered:
/// a service that starts after the move would take the group's own messages for a stranger's.
/// </summary>
internal sealed class CoordinatorsGroup(TelegramSettings settings, IServiceScopeFactory scopes, TimeProvider clock, ILogger<CoordinatorsGroup> log)
{
    /// <summary>Of several nodes one hears of the move; the others read of it within so long.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    private volatile string? moved;
    private string? kept;
    private DateTimeOffset looked = DateTimeOffset.MinValue;

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

    /// <summary>Telegram said that the group is a supergroup now: both numbers mean it until the setting is changed. To be kept at once.</summary>
    public void MovedTo(long chat)
    {
        var number = chat.ToString(CultureInfo.InvariantCulture);
        if (number != moved)
            log.GroupMoved(number);
        moved = number;
    }

    /// <summary>Before anything is heard or said: where the group has moved to, if it has, as far as this process does not know it already.</summary>
    public async Task Recall(CancellationToken cancellationToken)
    {
        if (Name is null || clock.GetUtcNow() - looked < Look)
            return;
        await using var scope = scopes.CreateAsyncScope();
        kept = await scope.ServiceProvider.GetRequiredService<BotDb>().Remembered(Mark, cancellationToken);
        (moved, looked) = (kept ?? moved, clock.GetUtcNow());
    }

    /// <summary>Keeps what <see cref="MovedTo"/> said, for the next start and for other nodes.</summary>
    public async Task Keep(CancellationToken cancellationToken)
    {
        if (moved is not { } number || number == kept)
            return;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        await db.Remember(Mark, number, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        kept = number;
    }

    /// <summary>Of this group, so that another one in the settings begins without a past.</summary>
    private string Mark => "moved:" + Name;
}
