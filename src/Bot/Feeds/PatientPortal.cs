using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Procurement;

namespace Bot.Feeds;

/// <summary>
/// A source asked with patience: pages again and again at growing intervals, a cited number at most once more. A host that keeps failing is
/// left alone for a while, and one that refuses the token is not asked until there is another token.
/// </summary>
internal sealed class PatientPortal : IPortal
{
    /// <summary>
    /// Seconds before the second try of a page, the third, and so on; each shifted by up to a fifth, so that nodes do not march in step.
    /// </summary>
    private static readonly int[] Waits = [1, 2, 4, 8, 16, 30, 60];

    /// <summary>Somebody waits for a cited number: whoever wants a longer pause than this is not waited for.</summary>
    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(2);

    private readonly IPortal source;
    private readonly PortalConnection connection;
    private readonly TimeProvider clock;
    private readonly TimeSpan findTime;
    private readonly ILogger logger;
    private readonly ResiliencePipeline pages, finds;
    private volatile SourceStanding standing;

    /// <param name="chance">A number from 0 up to 1, for the shift of the waits.</param>
    public PatientPortal(
        IPortal source, PortalConnection connection, PortalSettings settings, TimeProvider clock, ILogger logger,
        Func<double>? chance = null)
    {
        (this.source, this.connection, this.clock, this.logger) = (source, connection, clock, logger);
        findTime = TimeSpan.FromSeconds(settings.FindTimeoutSeconds);
        standing = new SourceStanding(source.Name, connection.Host.Authority);
        pages = Retry(Waits.Length, HostPace.LongestHold, chance ?? Random.Shared.NextDouble);
        finds = Retry(1, ShortWait, chance ?? Random.Shared.NextDouble);
    }

    public string Name => source.Name;

    public SourceStanding Standing => standing with { TokenRefused = IsTokenRefused, IsLeftAlone = connection.IsLeftAlone };

    private bool IsTokenRefused => connection.Latch?.IsRefused ?? false;

    public bool Has(Feed feed) => source.Has(feed);

    public Task<PortalPage> Page(PortalQuery query, CancellationToken cancellationToken) =>
        Ask(pages, token => source.Page(query, token), cancellationToken);

    public async Task<IReadOnlyList<Reading>> Find(Wanted wanted, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(findTime, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return await Ask(finds, token => source.Find(wanted, token), either.Token);
        }
        catch (OperationCanceledException fault) when (!cancellationToken.IsCancellationRequested)
        {
            throw new PortalException(PortalFault.Busy, $"{Name} did not answer within {findTime.TotalSeconds:0} s.", fault);
        }
    }

    private async Task<T> Ask<T>(
        ResiliencePipeline pipeline, Func<CancellationToken, Task<T>> question, CancellationToken cancellationToken) =>
        await pipeline.ExecuteAsync(async token => await Try(question, token), cancellationToken);

    private async Task<T> Try<T>(Func<CancellationToken, Task<T>> question, CancellationToken cancellationToken)
    {
        if (IsTokenRefused)
            throw new PortalException(PortalFault.Token, $"{Name} is not asked: it refused the token. Put a new one into Portal:Token.");
        try
        {
            var answer = await connection.Fuse.ExecuteAsync(async token => await question(token), cancellationToken);
            standing = standing with { Answered = clock.GetUtcNow() };
            return answer;
        }
        catch (BrokenCircuitException fuse)
        {
            throw new PortalException(PortalFault.Busy, $"{Name} is left alone for a while after repeated faults.", fuse)
            {
                RetryAfter = fuse.RetryAfter,
            };
        }
        catch (PortalException fault)
        {
            standing = standing with { Failed = clock.GetUtcNow(), Fault = fault.Fault };
            if (fault.Fault is PortalFault.Token && (connection.Latch?.Refuse() ?? false))
                Log.TokenRefused(logger, Name);
            throw;
        }
    }

    /// <param name="longest">Whoever wants us to wait longer is not waited for here: the job comes again by itself.</param>
    private ResiliencePipeline Retry(int tries, TimeSpan longest, Func<double> chance) =>
        new ResiliencePipelineBuilder { TimeProvider = clock }.AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = tries,
            ShouldHandle = new PredicateBuilder().Handle<PortalException>(fault =>
                fault.Fault is PortalFault.Busy or PortalFault.Garbled && fault.RetryAfter.GetValueOrDefault() <= longest),
            DelayGenerator = outcome => ValueTask.FromResult<TimeSpan?>(Delay(outcome, chance())),
            OnRetry = retry =>
            {
                Log.AskedAgain(logger, Name, ((PortalException)retry.Outcome.Exception!).Fault, retry.RetryDelay);
                return ValueTask.CompletedTask;
            },
        }).Build();

    private static TimeSpan Delay(RetryDelayGeneratorArguments<object> outcome, double chance)
    {
        var ours = TimeSpan.FromSeconds(Waits[Math.Min(outcome.AttemptNumber, Waits.Length - 1)] * (0.8 + (0.4 * chance)));
        var theirs = (outcome.Outcome.Exception as PortalException)?.RetryAfter;
        return theirs > ours ? theirs.Value : ours;
    }
}

/// <summary>How a source stands, for the doctor.</summary>
public sealed record SourceStanding(string Name, string Host)
{
    /// <summary>The portal refused the token: nothing is asked until Portal:Token holds another one or the service starts again.</summary>
    public bool TokenRefused { get; init; }

    /// <summary>Not asked for a minute after repeated faults.</summary>
    public bool IsLeftAlone { get; init; }

    /// <summary>Since the start of the service: last answer, last fault and its kind.</summary>
    public DateTimeOffset? Answered { get; init; }
    public DateTimeOffset? Failed { get; init; }
    public PortalFault? Fault { get; init; }
}

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Portal {Source}: {Fault}; asked again in {Wait}")]
    public static partial void AskedAgain(ILogger log, string source, PortalFault fault, TimeSpan wait);

    [LoggerMessage(Level = LogLevel.Critical,
        Message = "Portal {Source} refuses the token; it is not asked any more. Put a new one into Portal:Token")]
    public static partial void TokenRefused(ILogger log, string source);
}
