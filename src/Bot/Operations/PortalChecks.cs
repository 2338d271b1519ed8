using Bot.Feeds;
using Procurement;

namespace Bot.Operations;

/// <summary>The doctor's look at the portal: whether each source answers, and how old each feed is against what is promised.</summary>
public sealed class PortalChecks(IPortal portal, PortalSources sources, Freshness freshness, TimeProvider clock)
{
    /// <summary>A number that no announcement has: a question that every source answers with few bytes.</summary>
    private static readonly Wanted Nobody = new() { AnnouncementNumber = "10000001-1" };

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task<IEnumerable<Check>> Look(CancellationToken cancellationToken)
    {
        if (sources.Standing.Count == 0)
            return [new Check("portal", true, "Off: no Portal:Sources. The register holds what files brought.")];
        await Ask(cancellationToken);
        return [.. sources.Standing.Select(Source), .. (await freshness.Look(cancellationToken)).Select(Feed)];
    }

    private async Task Ask(CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        await Task.WhenAny(portal.Find(Nobody, either.Token));    // whatever comes of it: each source knows how it stands now
        cancellationToken.ThrowIfCancellationRequested();
    }

    private static Check Source(SourceStanding source) => source switch
    {
        { TokenRefused: true } => new($"portal {source.Name}", false, $"{source.Host} refuses the token.", Token),
        { Fault: { } fault } => new($"portal {source.Name}", false, $"{source.Host} does not answer as it should ({fault}).", Way),
        { Answered: not null } => new($"portal {source.Name}", true, $"{source.Host} answers."),
        _ => new($"portal {source.Name}", true, $"{source.Host} has not answered within {Patience.TotalSeconds:0} s; a minute is ordinary there."),
    };

    private static Check Feed(FeedAge feed)
    {
        var read = feed.Since is { } since ? $"Read up to {PortalTime.Format(since)}" : "Never read";
        var says = $"{read}; promised every {Words(feed.Promise)}{(feed.Fault is null ? "." : $". The last try failed: {feed.Fault}")}";
        return new($"feed {feed.Name}", !feed.IsOld, says, !feed.IsOld ? null
            : feed.Fault?.StartsWith(nameof(PortalFault.Token), StringComparison.Ordinal) is true ? Token
            : feed.Fault is null ? "Is the service running? `bot sync` reads all feeds now." : Way);
    }

    private const string Token =
        "It has expired (it is good for a year) or is wrong: ask the portal's operator for a new one, put it into Portal:Token, start again.";
    private const string Way =
        "Nothing is lost; it is asked again by itself. If it lasts: open the address from this server (Portal:…Url, Portal:Proxy, Portal:CaBundle).";

    private static string Words(TimeSpan promise) => promise.TotalHours < 72 ? $"{promise.TotalHours:0} h" : $"{promise.TotalDays:0} days";
}
