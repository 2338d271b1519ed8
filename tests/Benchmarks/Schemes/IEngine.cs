using Risk;

namespace Benchmarks.Schemes;

/// <summary>Something that judges a whole market: ours, or a rival.</summary>
internal interface IEngine
{
    string Name { get; }

    /// <summary>
    /// One verdict for every subject with a sign. Only <see cref="Market"/>'s records may be looked at, never its labels, and only
    /// facts dated up to <see cref="Market.AsOf"/>.
    /// </summary>
    IEnumerable<Verdict> Judge(Market market);
}

/// <param name="Subject">A lot, or a direct contract; a contract that has a lot is told as its lot.</param>
/// <param name="Level">3 high, 2 medium, 1 low; the first key of the queue.</param>
/// <param name="Order">The second key, higher first.</param>
/// <param name="Signs">What fired.</param>
/// <summary>What an engine says about one subject.</summary>
internal sealed record Verdict(Subject Subject, int Level, double Order, IReadOnlyList<Sign> Signs);

/// <summary>One indicator that fired; the rivals' rules carry the code of ours that asks the same question.</summary>
/// <param name="Told">Variant, value and threshold, for people who look why; engines may leave it out.</param>
internal readonly record struct Sign(string Code, Tier Tier, double Strength, string? Told = null);
