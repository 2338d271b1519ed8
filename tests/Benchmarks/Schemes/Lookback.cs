using System.Globalization;

namespace Benchmarks.Schemes;

/// <summary>Why the figures are what they are: the innocent among the first, innocent look-alikes with a sign, instances not found.</summary>
internal static class Lookback
{
    private const int SubjectsOfAnInstance = 3;

    /// <summary>One tab-separated line for each, told first by "top", "alarm" or "missed".</summary>
    public static IEnumerable<string> Lines(Market market, IReadOnlyList<Verdict> top, IReadOnlyList<Verdict> verdicts)
    {
        var planted = market.Planted.SelectMany(one => one.Subjects).ToHashSet();
        var said = verdicts.ToDictionary(verdict => verdict.Subject);
        foreach (var (place, verdict) in top.Index().Where(row => !planted.Contains(row.Item.Subject)))
            yield return Line($"top {place + 1}", Group(market, verdict.Subject), verdict);
        foreach (var verdict in verdicts.Where(verdict => market.Confounders.ContainsKey(verdict.Subject)
            && verdict.Signs.Any(sign => sign.Tier <= Risk.Tier.T2)))
            yield return Line("alarm", Group(market, verdict.Subject), verdict);
        foreach (var one in market.Planted.Where(one => !one.Subjects.Any(IsFound(one))))
            yield return string.Join('\t', "missed", $"{one.Scheme} {one.Kind} {one.Subjects.Count}",
                string.Join("; ", one.Subjects.Take(SubjectsOfAnInstance).Select(subject => $"{subject.Kind} {subject.Id}")),
                Winners(market, one));

        Func<Subject, bool> IsFound(Planted one) => subject => said.TryGetValue(subject, out var verdict)
            && verdict.Signs.Any(sign => one.Codes.Any(code => sign.Code.StartsWith(code, StringComparison.Ordinal)));
    }

    /// <summary>Who won the lots of an instance in their order, a letter for each firm.</summary>
    private static string Winners(Market market, Planted one)
    {
        var lots = one.Subjects.Select(subject => subject.Id).ToHashSet();
        var firms = new List<string?>();
        return string.Concat(market.Bids.SelectMany(bid => bid.Lots, (bid, offer) => (bid.SupplierBin, offer))
            .Where(row => lots.Contains(row.offer.LotId) && row.offer.StatusName == Ways.Won).OrderBy(row => row.offer.LotId)
            .Select(row => Letter(row.SupplierBin)));

        char Letter(string? firm)
        {
            if (!firms.Contains(firm))
                firms.Add(firm);
            return (char)('A' + firms.IndexOf(firm));
        }
    }

    private static string Group(Market market, Subject subject) => $"{market.Confounders.GetValueOrDefault(subject)}";

    private static string Line(string what, string group, Verdict verdict) => string.Join('\t', what, group,
        $"{verdict.Subject.Kind} {verdict.Subject.Id}", string.Create(CultureInfo.InvariantCulture, $"{verdict.Level} {verdict.Order:0.00}"),
        string.Join("; ", verdict.Signs.Select(sign =>
            string.Create(CultureInfo.InvariantCulture, $"{sign.Code} {sign.Tier} {sign.Strength:0.00} {sign.Told}"))));
}
