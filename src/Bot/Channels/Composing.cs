using System.Globalization;
using Bot.Conversation;
using Bot.Storage;

namespace Bot.Channels;

/// <summary>A channel that can show that somebody is typing.</summary>
internal interface IShowsComposing
{
    /// <summary>From one sign to the next: a little less than the provider lets each stand.</summary>
    TimeSpan ComposingLasts { get; }

    /// <summary>Shows once, to who wrote this message, that an answer is being made; it goes by itself.</summary>
    Task ShowComposing(IncomingMessage message, CancellationToken cancellationToken);
}

/// <summary>
/// Shows on such a channel that an answer is being made, from the first second on. It is no message: it passes no gate, counts nowhere and is
/// not repeated when it fails. While the provider asks for a pause it is left out.
/// </summary>
internal sealed class Composing(IEnumerable<IChannel> channels, IServiceScopeFactory scopes, TimeProvider clock, ILogger<Composing> log) : IComposing
{
    private readonly IReadOnlyList<IChannel> channels = [.. channels];
    private readonly TimeProvider clock = clock;

    /// <summary>An answer within a second needs no sign.</summary>
    public static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(0.25);

    public IDisposable Begin(IncomingMessage message) => new Sign(this, message);

    private async Task Show(IShowsComposing channel, IncomingMessage message)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var pause = await scope.ServiceProvider.GetRequiredService<BotDb>().Remembered(Courier.PauseOf(message.Channel), CancellationToken.None);
            if (pause is null || DateTimeOffset.Parse(pause, CultureInfo.InvariantCulture) <= clock.GetUtcNow())
                await channel.ShowComposing(message, CancellationToken.None);
        }
        catch (Exception fault)
        {
            var kind = fault.GetType().Name;
            Log.NotShown(log, message.Channel, kind);
        }
    }

    /// <summary>One answer in the making.</summary>
    private sealed class Sign : IDisposable
    {
        private readonly ITimer? timer;
        private readonly Lock padlock = new();
        private DateTimeOffset next;

        public Sign(Composing composing, IncomingMessage message)
        {
            if (message.Group is not null || composing.channels.FirstOrDefault(channel => channel.Name == message.Channel) is not IShowsComposing channel)
                return;
            next = composing.clock.GetUtcNow() + Breath;
            timer = composing.clock.CreateTimer(_ => Tick(composing, channel, message), null, Look, Look);
        }

        public void Dispose() => timer?.Dispose();

        private void Tick(Composing composing, IShowsComposing channel, IncomingMessage message)
        {
            lock (padlock)
            {
                if (composing.clock.GetUtcNow() < next)
                    return;
                next = composing.clock.GetUtcNow() + channel.ComposingLasts;
            }

            _ = composing.Show(channel, message);
        }
    }
}

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "That an answer is being made could not be shown on {Channel} ({Fault})")]
    public static partial void NotShown(ILogger log, string channel, string fault);
}
