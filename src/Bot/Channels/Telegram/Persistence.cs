using Polly;
using Polly.Retry;

namespace Bot.Channels.Telegram;

/// <summary>How long to wait before a failed call is tried again.</summary>
internal static class Persistence
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Until it works: quickly at first, then about once a minute, and never sooner than Telegram asks. Only a refused token ends it.
    /// </summary>
    public static ResiliencePipeline Endless(TimeProvider clock, ILogger log) =>
        Retrying(_ => true, int.MaxValue, TimeSpan.FromSeconds(1), clock, log);

    /// <summary>Three more tries within seconds, for calls that may be repeated without harm.</summary>
    public static ResiliencePipeline Short(TimeProvider clock, ILogger log) =>
        Retrying(MayPass, 3, TimeSpan.FromMilliseconds(500), clock, log);

    private static ResiliencePipeline Retrying(
        Func<TelegramException, bool> passes, int times, TimeSpan first, TimeProvider clock, ILogger log) =>
        new ResiliencePipelineBuilder { TimeProvider = clock }.AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = arguments =>
                new(arguments.Outcome.Exception is TelegramException { TokenRefused: false } fault && passes(fault)),
            MaxRetryAttempts = times,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = first,
            MaxDelay = Longest,
            DelayGenerator = arguments => new((arguments.Outcome.Exception as TelegramException)?.RetryAfter),
            OnRetry = arguments =>
            {
                Tell(log, (TelegramException)arguments.Outcome.Exception!, arguments.RetryDelay);
                return default;
            },
        }).Build();

    private static bool MayPass(TelegramException fault) => fault.Reached != Reached.Answered || fault.Code is 409 or 429 or >= 500;

    private static void Tell(ILogger log, TelegramException fault, TimeSpan wait)
    {
        if (fault.Code == 409)
            log.AnotherReader();
        else
            log.Waiting(fault.Message, wait);
    }
}
