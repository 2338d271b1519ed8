using System.Globalization;
using Procurement;
using Risk;

namespace Benchmarks.Schemes;

/// <summary>
/// Is the made-up market what it claims to be: labels do not overlap, every instance has its lots, and no innocent purchase
/// contradicts a written rule by accident.
/// </summary>
internal sealed class SelfCheck(Market market)
{
    private const int ExamplesOfAFault = 3;
    private readonly Register register = new(market);
    private readonly HashSet<Subject> planted = [.. market.Planted.SelectMany(one => one.Subjects)];

    /// <summary>One sentence for each kind of fault, with some examples; nothing when all is well.</summary>
    public IEnumerable<string> Faults()
    {
        (string Name, IEnumerable<object> Wrong)[] checks =
        [
            ("planted twice", market.Planted.SelectMany(one => one.Subjects).CountBy(subject => subject).Where(row => row.Value > 1).Cast<object>()),
            ("planted instance without subjects", market.Planted.Where(one => one.Subjects.Count == 0)),
            ("not fifty instances of a scheme", market.Planted.CountBy(one => one.Scheme).Where(row => row.Value != Country.InstancesOfAScheme).Cast<object>()),
            ("planted and innocent at once", market.Confounders.Keys.Where(planted.Contains).Cast<object>()),
            ("confounder group below 500", Temptations.Codes.Keys.Where(group => market.Confounders.Values.Count(one => one.HasFlag(group)) < 500).Cast<object>()),
            ("label of something that is not there", market.Confounders.Keys.Concat(planted).Where(subject => !Exists(subject)).Cast<object>()),
            ("number not read", market.Lots.Where(lot => !LotNumber.TryParse(lot.Number, out _)).Select(lot => lot.Number)),
            ("business number not right", market.Organisations.Where(one => !Bin.TryParse(one.Bin, out _)).Select(one => one.Bin)),
            ("number given twice", market.Lots.CountBy(lot => lot.Id).Where(row => row.Value > 1).Cast<object>()),
            ("time for bids below the law's", InnocentLots().Where(IsTooShort).Select(lot => lot.Number)),
            ("delivery below 15 days", InnocentChains().Where(chain => (chain[0].PlannedEnd - chain[0].SignedAt)?.TotalDays < 15).Select(chain => chain[0].Number!)),
            ("signed before results", InnocentChains().Where(chain => chain[0].SignedAt < chain[0].ResultsPublished).Select(chain => chain[0].Number!)),
            ("act before signature", InnocentChains().Where(chain => register.Acts[chain[0].Id].Any(act => act.Dated < chain[0].SignedAt)).Select(chain => chain[0].Number!)),
            ("small purchases over the year's limit", OverLimit(InnocentChains().Where(chain => chain[0].Items[0].JustificationId == Ways.SmallVolume)
                .Select(chain => chain[^1]).Select(one => (one.BuyerBin!, one.Items[0].Enstru!, one.SubjectType!.Value, one.FinancialYear!.Value, one.Sum!.Value)), DirectLimit)),
            ("price proposals over the year's limit", OverLimit(InnocentLots(Confounders.TypingErrors | Confounders.DividedByPlace)
                .Where(lot => lot is { MethodId: Ways.PriceProposals, IsRepeat: false })
                .Select(lot => (lot.BuyerBin!, lot.Enstru!, lot.SubjectType!.Value, Days.Of(lot.Published!.Value).Year, lot.Amount!.Value)), (_, _, year) => Ledger.ProposalsLimit(year))),
            ("raised without a ground", InnocentChains().Where(chain => chain[^1].Items[0].UnitPrice > chain[0].Items[0].UnitPrice && chain[^1].AmendmentGrounds.Count == 0).Select(chain => chain[0].Number!)),
            ("listed bidder among the innocent", InnocentLots().Where(lot => register.Offers[lot.Id].Any(row => register.IsListed(row.Bid.SupplierBin, row.Bid.HandedIn))).Select(lot => lot.Number)),
            ("bids before results are out", market.Bids.Where(bid => bid.HandedIn > market.AsOf).Select(bid => (object)bid.Id)),
            ("paid above the contract", InnocentChains().Where(chain => chain[^1].Payments?.Sum(one => one.Sum) > chain[^1].SumWithVat).Select(chain => chain[0].Number!)),
        ];
        foreach (var (name, wrong) in checks)
            if (wrong.ToList() is { Count: > 0 } all)
                yield return string.Create(CultureInfo.InvariantCulture, $"{name}: {all.Count}, for example {string.Join("; ", all.Take(ExamplesOfAFault))}");
    }

    private bool Exists(Subject subject) => subject.Kind == SubjectKind.Contract
        ? register.Versions.ContainsKey(subject.Id) || subject.Id == 0
        : lotIds.Contains(subject.Id);

    private readonly HashSet<long> lotIds = [.. market.Lots.Select(lot => lot.Id)];

    private IEnumerable<Lot> InnocentLots(Confounders without = Confounders.None) => market.Lots.Where(lot =>
        !planted.Contains(Subject.Lot(lot.Id)) && (market.Confounders.GetValueOrDefault(Subject.Lot(lot.Id)) & without) == 0);

    private IEnumerable<List<Contract>> InnocentChains() => register.Versions.Values.Where(chain => !planted.Contains(Market.SubjectOf(chain[0])));

    private static bool IsTooShort(Lot lot)
    {
        if (Catalogue.Current.Submission.Of(lot.MethodId!.Value) is not { } period)
            return false;
        var calendar = Catalogue.Current.Calendar;
        var due = Days.Of(lot.BidsDue!.Value);
        var after = Days.Of(lot.Published!.Value);
        if (period.CountedFrom == CountedFrom.Protocol && Days.Of(lot.BidsFrom!.Value) is var opening)
            after = period.Calendar ? opening.AddDays(-1) : calendar.Before(opening);
        var days = period.Calendar ? due.DayNumber - after.DayNumber : calendar.Between(after, due);
        return days is null || days < (lot.IsRepeat == true ? period.RepeatDays : period.Days);
    }

    private static IEnumerable<object> OverLimit(
        IEnumerable<(string Buyer, string Enstru, int Type, int Year, decimal Sum)> purchases, Func<string, int, int, decimal> limit) => purchases
        .GroupBy(one => (one.Buyer, Class: one.Enstru[..6], one.Type, one.Year))
        .Where(group => group.Sum(one => one.Sum) > limit(group.Key.Buyer, group.Key.Type, group.Key.Year)).Select(group => (object)group.Key);

    private decimal DirectLimit(string buyer, int type, int year) => Ledger.Mci(year)
        * (register.Organisations[buyer].Name.Ru!.Contains("Аппарат акима сельского", StringComparison.Ordinal) ? 4_000 : type == 1 ? 100 : 500);
}
