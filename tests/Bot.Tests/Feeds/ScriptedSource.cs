using Procurement;

namespace Bot.Tests.Feeds;

/// <summary>A source whose every answer or fault the test gives.</summary>
internal sealed class ScriptedSource(Func<int, CancellationToken, Task<PortalFault?>> faults) : IPortal
{
    private int asked;

    /// <summary>What is asked to wait with the fault.</summary>
    public TimeSpan? RetryAfter { get; set; }
    public int Asked => Volatile.Read(ref asked);
    public string Name => "scripted";

    public static ScriptedSource Of(params PortalFault?[] faults) =>
        new((number, _) => Task.FromResult(number <= faults.Length ? faults[number - 1] : null));

    public bool Has(Feed feed) => true;

    public async Task<PortalPage> Page(PortalQuery query, CancellationToken cancellationToken)
    {
        await Answer(cancellationToken);
        return new PortalPage([], null);
    }

    public async Task<IReadOnlyList<Reading>> Find(Wanted wanted, CancellationToken cancellationToken)
    {
        await Answer(cancellationToken);
        return [];
    }

    private async Task Answer(CancellationToken cancellationToken)
    {
        if (await faults(Interlocked.Increment(ref asked), cancellationToken) is { } fault)
            throw new PortalException(fault, "It does not answer.") { RetryAfter = RetryAfter };
    }
}
