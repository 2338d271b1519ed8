using Bot.Storage;
using Matching;
using Procurement;

namespace Bot.Lots;

/// <summary>One lot that a text may mean, and why.</summary>
public sealed record FoundLot(Lot Lot, double Confidence, IReadOnlyList<Evidence> Evidence);

/// <summary>What a text leads to. Exact: an identifier in it named the lot itself.</summary>
public sealed record FoundLots(IReadOnlyList<FoundLot> Lots, bool IsExact, IReadOnlyList<string> Unknown);

/// <summary>From a person's words to lots of the store.</summary>
public sealed class LotSearch(RegisterDb db, NamedLots named, Register register)
{
    /// <summary>As many as a person compares without losing the first.</summary>
    public const int Most = 3;

    /// <summary>Below this a candidate is noise, unless its reasons say otherwise.</summary>
    private const double Noise = 0.2;

    public async Task<FoundLots> Find(string text, IReadOnlyCollection<long> except, CancellationToken cancellationToken)
    {
        var answer = await Ask(text, except, cancellationToken);
        List<FoundLot> found = [];
        foreach (var candidate in answer.Candidates.Where(candidate => answer.IsExact || IsWorthShowing(candidate)))
            if (await db.Lot(candidate.LotId, cancellationToken) is { } lot)
                found.Add(new FoundLot(lot, candidate.Confidence, candidate.Evidence));
        return new FoundLots(found, answer.IsExact, answer.Unknown);
    }

    /// <summary>The same lots again, in the given order, with their reasons for a text that may have grown.</summary>
    public async Task<IReadOnlyList<FoundLot>> Explain(
        string text, IReadOnlyList<long> ids, IReadOnlyCollection<long> except, CancellationToken cancellationToken)
    {
        var reasons = (await Ask(text, except, cancellationToken)).Candidates.ToDictionary(candidate => candidate.LotId);
        List<FoundLot> explained = [];
        foreach (var id in ids)
            if (await db.Lot(id, cancellationToken) is { } lot)
                explained.Add(new FoundLot(lot, reasons.GetValueOrDefault(id)?.Confidence ?? 0, reasons.GetValueOrDefault(id)?.Evidence ?? []));
        return explained;
    }

    public Task<Lot?> Lot(long id, CancellationToken cancellationToken) => db.Lot(id, cancellationToken);

    /// <summary>
    /// Several lots of one school share a low confidence each and are still worth a question. So a candidate is shown, too, when the
    /// thing, the place and the organisation all agree and nothing speaks against it.
    /// </summary>
    private static bool IsWorthShowing(Candidate candidate) => candidate.Confidence >= Noise
        || (candidate.Evidence.All(reason => reason.Agrees) && Has(candidate, EvidenceKind.Word) && Has(candidate, EvidenceKind.Place)
            && (Has(candidate, EvidenceKind.Organisation) || Has(candidate, EvidenceKind.OrganisationNumber)));

    private static bool Has(Candidate candidate, EvidenceKind kind) => candidate.Evidence.Any(reason => reason.Kind == kind);

    private async Task<Answer> Ask(string text, IReadOnlyCollection<long> except, CancellationToken cancellationToken)
    {
        var numbers = await named.In(text, cancellationToken);
        return new Matcher(await register.Index.WaitAsync(cancellationToken), _ => numbers).Find(text, except, Most);
    }
}
