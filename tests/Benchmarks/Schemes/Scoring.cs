using Risk;

namespace Benchmarks.Schemes;

/// <summary>The queue that monitors would see, and how much of it is right.</summary>
internal sealed class Scoring(Market market)
{
    public const int Top = 500;
    private const int Page = 50, BuyerOnAPage = Page / 5;

    private readonly Dictionary<Subject, Planted> planted = market.Planted
        .SelectMany(one => one.Subjects.Select(subject => (subject, one))).ToDictionary(row => row.subject, row => row.one);

    private readonly Dictionary<Subject, string> buyers = BuyersOf(market);

    public Scorecard Score(string name, IReadOnlyList<Verdict> verdicts, double seconds)
    {
        var signs = verdicts.GroupBy(verdict => verdict.Subject)
            .ToDictionary(group => group.Key, group => group.SelectMany(verdict => verdict.Signs).ToList());
        var top = First(verdicts);

        return new Scorecard(
            name,
            seconds,
            signs.Count,
            top.Count == 0 ? 0 : (double)top.Count(verdict => planted.ContainsKey(verdict.Subject)) / top.Count,
            market.Planted.GroupBy(one => one.Scheme).OrderBy(group => group.Key)
                .ToDictionary(group => group.Key, group => Recall(group, signs)),
            Temptations.Codes.ToDictionary(group => group.Key, group => False(group.Key, group.Value, signs)),
            False(null, [], signs),
            Accusers(top));
    }

    public IReadOnlyList<Verdict> First(IReadOnlyList<Verdict> verdicts) => [.. Queue(verdicts).Take(Top)];

    /// <summary>By level, then order; a buyer takes a fifth of a page at most, the rest of its subjects wait for the next page.</summary>
    private IEnumerable<Verdict> Queue(IReadOnlyList<Verdict> verdicts)
    {
        var waiting = verdicts.OrderByDescending(verdict => verdict.Level).ThenByDescending(verdict => verdict.Order)
            .ThenBy(verdict => verdict.Subject.Kind).ThenBy(verdict => verdict.Subject.Id).ToList();
        for (var shown = 0; shown < Top && waiting.Count > 0; shown += Page)
        {
            Dictionary<string, int> onPage = [];
            List<Verdict> page = [];
            foreach (var verdict in waiting)
            {
                var buyer = buyers[verdict.Subject];
                if (onPage.GetValueOrDefault(buyer) >= BuyerOnAPage)
                    continue;
                onPage[buyer] = onPage.GetValueOrDefault(buyer) + 1;
                page.Add(verdict);
                if (page.Count == Page)
                    break;
            }

            foreach (var verdict in page)
                yield return verdict;
            var taken = page.ToHashSet();
            waiting.RemoveAll(taken.Contains);
        }
    }

    private static Recall Recall(IEnumerable<Planted> instances, Dictionary<Subject, List<Sign>> signs)
    {
        var all = instances.Select(one => (one.Kind, Signs: one.Subjects.SelectMany(subject => Of(signs, subject)).ToList(), one.Codes))
            .Select(one => (one.Kind, Any: one.Signs.Count > 0, Right: one.Signs.FindAll(sign => one.Codes.Any(code => Is(sign, code)))))
            .Select(one => (one.Kind, one.Any, Right: one.Right.Count > 0, Strong: one.Right.Exists(sign => sign.Tier <= Tier.T2))).ToList();
        return new Recall(
            Share(all.Count(one => one.Right), all.Count),
            Share(all.Count(one => one.Strong), all.Count),
            Share(all.Count(one => one.Any), all.Count),
            all.GroupBy(one => one.Kind).ToDictionary(kind => kind.Key, kind => Share(kind.Count(one => one.Right), kind.Count())));
    }

    /// <summary>Signs of tier 1 and 2 among innocent subjects of a group, or of no group and no plot.</summary>
    private FalseAlarms False(Confounders? group, string[] codes, Dictionary<Subject, List<Sign>> signs)
    {
        var innocent = group is { } one
            ? market.Confounders.Where(row => row.Value.HasFlag(one)).Select(row => row.Key).ToList()
            : [.. buyers.Keys.Where(subject => !planted.ContainsKey(subject) && !market.Confounders.ContainsKey(subject))];
        var alarms = innocent.Select(subject => Of(signs, subject).Where(sign => sign.Tier <= Tier.T2).ToList()).ToList();
        var byCode = alarms.SelectMany(some => some.Select(sign => sign.Code).Distinct()).CountBy(code => code)
            .OrderByDescending(row => row.Value).Take(4).ToDictionary(row => row.Key, row => row.Value);
        return new FalseAlarms(innocent.Count,
            Share(alarms.Count(some => some.Exists(sign => codes.Any(code => Is(sign, code)))), innocent.Count),
            Share(alarms.Count(some => some.Count > 0), innocent.Count), byCode);
    }

    /// <summary>Which signs put innocent subjects into the first places.</summary>
    private Dictionary<string, int> Accusers(IReadOnlyList<Verdict> top) => top.Where(verdict => !planted.ContainsKey(verdict.Subject))
        .SelectMany(verdict => verdict.Signs.Select(sign => sign.Code).Distinct()).CountBy(code => code)
        .OrderByDescending(row => row.Value).ToDictionary(row => row.Key, row => row.Value);

    private static List<Sign> Of(Dictionary<Subject, List<Sign>> signs, Subject subject) => signs.GetValueOrDefault(subject) ?? [];

    /// <summary>KZ-18 is also told as KZ-18b.</summary>
    private static bool Is(Sign sign, string code) => sign.Code.StartsWith(code, StringComparison.Ordinal);

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    private static Dictionary<Subject, string> BuyersOf(Market market)
    {
        var buyers = market.Lots.ToDictionary(lot => Subject.Lot(lot.Id), lot => lot.BuyerBin!);
        foreach (var contract in market.Contracts)
            buyers.TryAdd(Market.SubjectOf(contract), contract.BuyerBin!);

        return buyers;
    }
}

/// <summary>The figures of one engine; shares between 0 and 1.</summary>
internal sealed record Scorecard(
    string Engine,
    double Seconds,
    int Flagged,
    double PrecisionAt500,
    IReadOnlyDictionary<Scheme, Recall> Recall,
    IReadOnlyDictionary<Confounders, FalseAlarms> Confounders,
    FalseAlarms Everyday,
    IReadOnlyDictionary<string, int> AccusersOfTheInnocentInTheTop);

/// <summary>Share of instances found by one of the right signs; by one of tier 1 or 2; by any sign; the first by kind of instance.</summary>
internal sealed record Recall(double Right, double Strong, double Any, IReadOnlyDictionary<string, double> ByKind);

/// <summary>Share of innocent subjects with a sign of tier 1 or 2: of the tempted indicators, of any; which ones most.</summary>
internal sealed record FalseAlarms(int Subjects, double Tempted, double Any, IReadOnlyDictionary<string, int> Signs);
