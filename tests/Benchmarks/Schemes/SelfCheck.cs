using System.Globalization;
using Procurement;
using Risk;

namespace Benchmarks.Schemes;

/// <summary>
/// Is the made-up market what it claims to be: labels do not overlap, every instance has its lots, and no innocent purchase
/// contradicts a written rule by accident, while the planted ones do.
/// </summary>
internal sealed class SelfCheck(Market market)
{
    private const int ExamplesOfAFault = 3;
    private readonly Register register = new(market);
    private readonly Dictionary<long, Lot> lots = market.Lots.ToDictionary(lot => lot.Id);
    private readonly HashSet<Subject> planted = [.. market.Planted.SelectMany(one => one.Subjects)];

    /// <summary>One sentence for each kind of fault, with some examples; nothing when all is well.</summary>
    public IEnumerable<string> Faults()
    {
        foreach (var (name, wrong) in Labels().Concat(Innocence()).Concat(Guilt()))
            if (wrong.ToList() is { Count: > 0 } all)
                yield return string.Create(CultureInfo.InvariantCulture,
                    $"{name}: {all.Count}, for example {string.Join("; ", all.Take(ExamplesOfAFault))}");
    }

    private IEnumerable<(string Name, IEnumerable<object> Wrong)> Labels() =>
    [
        ("planted twice", Boxed(market.Planted.SelectMany(one => one.Subjects).CountBy(subject => subject).Where(row => row.Value > 1))),
        ("instance without subjects", market.Planted.Where(one => one.Subjects.Count == 0)),
        ("not fifty instances of a scheme",
            Boxed(market.Planted.CountBy(one => one.Scheme).Where(row => row.Value != Country.InstancesOfAScheme))),
        ("planted and innocent at once", Boxed(market.Confounders.Keys.Where(planted.Contains))),
        ("confounder group below 500",
            Boxed(Temptations.Codes.Keys.Where(group => market.Confounders.Values.Count(one => one.HasFlag(group)) < 500))),
        ("label of what is not there", Boxed(market.Confounders.Keys.Concat(planted).Where(subject => !Exists(subject)))),
        ("lot's number not read", market.Lots.Where(lot => !LotNumber.TryParse(lot.Number, out _)).Select(lot => lot.Number)),
        ("business number not right", market.Organisations.Where(one => !Bin.TryParse(one.Bin, out _)).Select(one => one.Bin)),
        ("lot's id given twice", Boxed(market.Lots.CountBy(lot => lot.Id).Where(row => row.Value > 1))),
        ("bid from the future", Boxed(market.Bids.Where(bid => bid.HandedIn > market.AsOf).Select(bid => bid.Id))),
    ];

    /// <summary>No innocent purchase contradicts a written rule.</summary>
    private IEnumerable<(string Name, IEnumerable<object> Wrong)> Innocence() =>
    [
        ("time for bids below the law's", InnocentLots().Where(IsTooShort).Select(lot => lot.Number)),
        ("delivery below 15 days", Numbers(chain => (chain[0].PlannedEnd - chain[0].SignedAt)?.TotalDays < 15)),
        ("signed before results", Numbers(chain => chain[0].SignedAt < chain[0].ResultsPublished)),
        ("signed 20 working days after results and later", Numbers(chain => chain[0].ResultsPublished is { } results
            && Days.Later(Days.Of(results), 20) < Days.Of(chain[0].SignedAt!.Value))),
        ("act before signature", Numbers(chain => register.Acts[chain[0].Id].Any(act => act.Dated < chain[0].SignedAt))),
        ("raised without a ground",
            Numbers(chain => chain[^1].Items[0].UnitPrice > chain[0].Items[0].UnitPrice && chain[^1].AmendmentGrounds.Count == 0)),
        ("paid above the contract", Numbers(chain => chain[^1].Payments?.Sum(one => one.Sum) > chain[^1].SumWithVat)),
        ("small purchases over the year's limit", Boxed(OverDirect(InnocentChains()))),
        ("price proposals over the year's limit",
            Boxed(OverProposals(InnocentLots(Confounders.TypingErrors | Confounders.DividedByPlace)))),
        ("listed bidder among the innocent", InnocentLots()
            .Where(lot => register.Offers[lot.Id].Any(row => register.IsListed(row.Bid.SupplierBin, row.Bid.HandedIn)))
            .Select(lot => lot.Number)),
    ];

    /// <summary>What was planted against a number of the law really is against it.</summary>
    private IEnumerable<(string Name, IEnumerable<object> Wrong)> Guilt() =>
    [
        ("time for bids within the law", Of("one day", "short tender").Where(one => !LotsOf(one).Any(IsTooShort))),
        ("direct contracts within the limit", market.Planted.Where(one => one.Scheme == Scheme.SplitDirect
            && !OverDirect(one.Subjects.Select(subject => register.Versions[subject.Id])).Any())),
        ("volume within the limit", market.Planted.Where(one => one.Scheme == Scheme.VolumeCut && !OverProposals(LotsOf(one)).Any())),
        ("not listed", Of("listed").Where(one => !LotsOf(one)
            .Any(lot => register.Offers[lot.Id].Any(row => register.IsListed(row.Bid.SupplierBin, row.Bid.HandedIn))))),
    ];

    private IEnumerable<Planted> Of(params string[] kinds) => market.Planted.Where(one => kinds.Contains(one.Kind));

    private IEnumerable<Lot> LotsOf(Planted one) => one.Subjects.Select(subject => lots[subject.Id]);

    private bool Exists(Subject subject) => subject.Kind == SubjectKind.Contract
        ? register.Versions.ContainsKey(subject.Id)
        : lots.ContainsKey(subject.Id);

    private IEnumerable<Lot> InnocentLots(Confounders without = Confounders.None) => market.Lots.Where(lot =>
        !planted.Contains(Subject.Lot(lot.Id)) && (market.Confounders.GetValueOrDefault(Subject.Lot(lot.Id)) & without) == 0);

    private IEnumerable<List<Contract>> InnocentChains() =>
        register.Versions.Values.Where(chain => !planted.Contains(Market.SubjectOf(chain[0])));

    private IEnumerable<object> Numbers(Func<List<Contract>, bool> isWrong) =>
        InnocentChains().Where(isWrong).Select(chain => chain[0].Number!);

    private static IEnumerable<object> Boxed<T>(IEnumerable<T> things) where T : struct => things.Cast<object>();

    private static bool IsTooShort(Lot lot)
    {
        if (Catalogue.Current.Submission.Of(lot.MethodId!.Value) is not { } period)
            return false;
        var calendar = Catalogue.Current.Calendar;
        var (after, due) = (Days.Of(lot.Published!.Value), Days.Of(lot.BidsDue!.Value));
        if (period.CountedFrom == CountedFrom.Protocol && Days.Of(lot.BidsFrom!.Value) is var opening)
            after = period.Calendar ? opening.AddDays(-1) : calendar.Before(opening);
        var days = period.Calendar ? due.DayNumber - after.DayNumber : calendar.Between(after, due);
        return days is null || days < (lot.IsRepeat == true ? period.RepeatDays : period.Days);
    }

    /// <summary>Classes of things of a buyer and a year whose small direct contracts exceed the limit.</summary>
    private IEnumerable<(string, string, int, int)> OverDirect(IEnumerable<List<Contract>> chains) => chains.Select(chain => chain[^1])
        .Where(one => one.Items[0].JustificationId == Ways.SmallVolume)
        .GroupBy(one => (one.BuyerBin!, one.Items[0].Enstru![..6], one.SubjectType!.Value, one.FinancialYear!.Value))
        .Where(group => group.Sum(one => one.Sum) > DirectLimit(group.Key.Item1, group.Key.Item3, group.Key.Item4))
        .Select(group => group.Key);

    private static IEnumerable<(string, string, int, int)> OverProposals(IEnumerable<Lot> lots) => lots
        .Where(lot => lot is { MethodId: Ways.PriceProposals, IsRepeat: false })
        .GroupBy(lot => (lot.BuyerBin!, lot.Enstru![..6], lot.SubjectType!.Value, Days.Of(lot.Published!.Value).Year))
        .Where(group => group.Sum(lot => lot.Amount) > Ledger.ProposalsLimit(group.Key.Year))
        .Select(group => group.Key);

    private decimal DirectLimit(string buyer, int type, int year) => Ledger.Mci(year)
        * (register.Organisations[buyer].Name.Ru!.Contains("Аппарат акима сельского", StringComparison.Ordinal)
            ? 4_000
            : type == 1 ? 100 : 500);
}
