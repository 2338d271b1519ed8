using Risk;

namespace Benchmarks.Schemes;

/// <summary>An engine as local ones are built: fixed thresholds for every method, a sum of points, direct contracts not seen.</summary>
internal sealed class LocalRival(string name, Func<Register, IReadOnlyList<LocalRule>> rules, double high, double medium) : IEngine
{
    public string Name => name;

    /// <summary>Sixteen of the thirty-two rules of the widest local set, as far as the records can feed them; a point each.</summary>
    public static IEngine Trr() => new LocalRival("local thresholds A", LocalRules.Trr, high: 4, medium: 2);

    /// <summary>Eight of the twenty rules of the other one, with its two or three degrees.</summary>
    public static IEngine Ek() => new LocalRival("local thresholds B", LocalRules.Ek, high: 4, medium: 2);

    public IEnumerable<Verdict> Judge(Market market)
    {
        var asked = rules(new Register(market));
        foreach (var lot in market.Lots)
        {
            List<Sign> signs = [];
            foreach (var rule in asked)
                if (rule.Points(lot) is var points && points > 0)
                    signs.Add(new Sign(rule.Code, Tier.T2, points));
            if (signs.Count == 0)
                continue;
            var sum = signs.Sum(sign => sign.Strength);
            yield return new Verdict(Subject.Lot(lot.Id), sum >= high ? 3 : sum >= medium ? 2 : 1, sum, signs);
        }
    }
}

/// <param name="Code">The code of our indicator that asks the same question, so that recall is measured alike.</param>
/// <param name="Name">What it looks at.</param>
/// <param name="Points">0 when it does not fire.</param>
/// <summary>One rule of a local engine.</summary>
internal sealed record LocalRule(string Code, string Name, Func<Procurement.Lot, double> Points);
