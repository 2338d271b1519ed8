namespace Procurement;

/// <summary>
/// Several sources in the order of choice. The first one that has a feed is asked; when it gives nothing, the next one that has it. A
/// walk through pages stays with the source that began it: a cursor carries that source's name.
/// </summary>
public sealed class ChosenPortal(IReadOnlyList<IPortal> sources) : IPortal
{
    private const char Mark = '|';

    /// <summary>The sources' names in order, or "none".</summary>
    public string Name => sources.Count > 0 ? string.Join(", ", sources.Select(source => source.Name)) : "none";

    public bool Has(Feed feed) => sources.Any(source => source.Has(feed));

    /// <inheritdoc/>
    /// <remarks>
    /// The page tells its <see cref="PortalPage.Source"/>. The fault of several sources is that of the one most likely to mend.
    /// </remarks>
    public async Task<PortalPage> Page(PortalQuery query, CancellationToken cancellationToken)
    {
        if (query.After is { } cursor)
            return await GoOn(query, cursor, cancellationToken).ConfigureAwait(false);
        if (!Has(query.Feed))
            throw new NotSupportedException($"No source has the feed {query.Feed}.");
        List<PortalException> faults = [];
        foreach (var source in sources.Where(source => source.Has(query.Feed)))
        {
            try
            {
                return Marked(source, query.Feed, await source.Page(query, cancellationToken).ConfigureAwait(false));
            }
            catch (PortalException fault) when (MayMendElsewhere(fault))
            {
                faults.Add(fault);
            }
        }
        throw Together(faults);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// The answer of the first source that knows the object. When none does and one did not answer, that is a fault, not "no".
    /// </remarks>
    public async Task<IReadOnlyList<Reading>> Find(Wanted wanted, CancellationToken cancellationToken)
    {
        List<PortalException> faults = [];
        foreach (var source in sources)
        {
            try
            {
                if (await source.Find(wanted, cancellationToken).ConfigureAwait(false) is { Count: > 0 } found)
                    return found;
            }
            catch (PortalException fault) when (MayMendElsewhere(fault))
            {
                faults.Add(fault);
            }
        }
        return faults.Count == 0 ? [] : throw Together(faults);
    }

    private async Task<PortalPage> GoOn(PortalQuery query, string cursor, CancellationToken cancellationToken)
    {
        var end = cursor.IndexOf(Mark, StringComparison.Ordinal);
        var name = end > 0 ? cursor[..end] : "";
        var source = sources.FirstOrDefault(source => source.Name == name && source.Has(query.Feed))
            ?? throw new PortalException(PortalFault.Cursor, $"No source goes on from this place of {query.Feed}; begin again.");
        var rest = query with { After = cursor[(end + 1)..] };
        return Marked(source, query.Feed, await source.Page(rest, cancellationToken).ConfigureAwait(false));
    }

    private PortalPage Marked(IPortal source, Feed feed, PortalPage page) => page with
    {
        Source = source.Name,
        Next = page.Next is null ? null : source.Name + Mark + page.Next,
        IsStandIn = source != sources.First(other => other.Has(feed)),
    };

    private static bool MayMendElsewhere(PortalException fault) =>
        fault.Fault is PortalFault.Busy or PortalFault.Garbled or PortalFault.Token;

    /// <summary>Waiting helps if it helps with one of them; the shortest wait counts.</summary>
    private static PortalException Together(List<PortalException> faults)
    {
        if (faults is [var only])
            return only;
        var kind = faults.Find(fault => fault.Fault is not PortalFault.Token)?.Fault ?? PortalFault.Token;
        return new(kind, string.Join(' ', faults.Select(fault => fault.Message)), faults[0])
        {
            RetryAfter = faults.Min(fault => fault.RetryAfter),
        };
    }
}
