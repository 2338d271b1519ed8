using System.Text.RegularExpressions;
using Procurement;
using Risk;

namespace Benchmarks.Schemes;

/// <summary>Rules with the thresholds that two local engines publish. What looks odd here is theirs.</summary>
internal static partial class LocalRules
{
    public static IReadOnlyList<LocalRule> Trr(Register register)
    {
        var price = new LocalPrices(register);
        var winners = new LocalWinners(register);
        return
        [
            Yes("KZ-13", "submission below 3 days", lot => (lot.BidsDue - lot.Published)?.TotalDays < 3),
            Yes("KZ-12", "at most 2 bids", lot => register.Offers[lot.Id].Count() is 1 or 2),
            Yes("KZ-11", "winner has over 70 % of at least 10 awards", lot => winners.ShareOf(lot) > .7),
            Yes("KZ-07", "bidders share phone or e-mail", lot => Shares(register, lot, TraitKind.Phone, TraitKind.Email)),
            Yes("KZ-07", "bank details shared by firms", lot => winners.AccountIsShared(lot)),
            Yes("KZ-16", "firm below 365 days, over 10 million", lot => First(register, lot) is { Sum: > 10_000_000 } contract
                && (contract.SignedAt - register.Organisations[contract.SupplierBin!].Registered)?.TotalDays < 365),
            Yes("KZ-04", "in the register of the unfair",
                lot => First(register, lot) is { } contract && register.IsListed(contract.SupplierBin, contract.SignedAt)),
            Yes("KZ-28", "identical prices", lot => Amounts(register, lot) is { Count: > 1 } sums && sums.Distinct().Count() < sums.Count),
            Yes("KZ-28", "margin below 1 %", lot => Amounts(register, lot) is { Count: > 1 } sums && (sums[1] - sums[0]) / sums[0] < .01m),
            Yes("KZ-25", "repeated announcement", lot => lot.IsRepeat == true),
            Yes("KZ-06", "amendment above 20 %",
                lot => register.ChainOf(lot) is { Count: > 1 } chain && chain[^1].Sum > chain[0].Sum * 1.2m),
            Yes("KZ-06", "amendment within 30 days",
                lot => register.ChainOf(lot) is { Count: > 1 } chain && chain[1].SignedAt < chain[0].SignedAt?.AddDays(30)),
            Yes("KZ-14", "execution below 7 or above 730 days",
                lot => (First(register, lot) is { } one ? (one.PlannedEnd - one.SignedAt)?.TotalDays : 100) is < 7 or > 730),
            Yes("KZ-10", "paid above the contract",
                lot => register.ChainOf(lot)?[^1] is { Payments: { } paid } last && paid.Sum(one => one.Sum) > last.SumWithVat),
            Yes("KZ-26", "14 days late", lot => First(register, lot) is { } one && register.Acts[one.Id].Any(act => act.DaysLate >= 14)),
            Yes("KZ-01", "price above Q3 + 1.5 IQR of contracts", lot => price.IsOverFence(lot)),
        ];
    }

    public static IReadOnlyList<LocalRule> Ek(Register register)
    {
        var price = new LocalPrices(register);
        var winners = new LocalWinners(register);
        return
        [
            new("KZ-13", "submission at most 4, 2 days",
                lot => (lot.BidsDue - lot.Published)?.TotalDays switch { <= 2 => 2, <= 4 => 1, _ => 0 }),
            new("KZ-12", "at most 2 bids, contract above 98 % of the plan", lot => register.Offers[lot.Id].Count() is 1 or 2
                ? First(register, lot)?.Sum / lot.Amount > .98m ? 2 : 1 : 0),
            new("KZ-11", "winner has 5, 10 contracts", lot => winners.CountOf(lot) switch { >= 10 => 2, >= 5 => 1, _ => 0 }),
            new("KZ-01", "2, 3, 5 times the median of the code",
                lot => price.TimesMedian(lot) switch { > 5 => 3, > 3 => 2, > 2 => 1, _ => 0 }),
            new("KZ-20", "Latin word without \"or equivalent\"", lot => Latin().IsMatch(lot.Details.Ru ?? "")
                && !(lot.Details.Ru ?? "").Contains("или эквивалент", StringComparison.OrdinalIgnoreCase) ? 1 : 0),
            new("KZ-20", "Cyrillic and Latin in a word", lot => Mixed().IsMatch(lot.Details.Ru ?? "") ? 1 : 0),
            new("KZ-15", "three lots of one code in 30 days", lot => winners.SameCodeWithin30Days(lot) >= 3 ? 1 : 0),
            new("KZ-03", "one source above 4,000 MCI",
                lot => lot.MethodId == Ways.AfterFailure
                && lot.Amount > 4_000 * Ledger.Mci(AstanaTime.DayOf(lot.Published!.Value).Year) ? 2 : 0),
        ];
    }

    private static LocalRule Yes(string code, string name, Func<Lot, bool> fires) => new(code, name, lot => fires(lot) ? 1 : 0);

    private static Contract? First(Register register, Lot lot) => register.ChainOf(lot)?[0];

    private static List<decimal> Amounts(Register register, Lot lot) =>
        [.. register.Offers[lot.Id].Select(row => row.Line.Amount ?? 0).Order()];

    private static bool Shares(Register register, Lot lot, params TraitKind[] kinds)
    {
        var traits = register.Offers[lot.Id].SelectMany(row => register.Organisations[row.Bid.SupplierBin!].Traits)
            .Where(trait => kinds.Contains(trait.Kind)).ToList();
        return traits.Distinct().Count() < traits.Count;
    }

    [GeneratedRegex("[A-Za-z]{3,}")]
    private static partial Regex Latin();

    [GeneratedRegex(@"\b(?=\w*[A-Za-z])(?=\w*[А-Яа-яі])\w+\b")]
    private static partial Regex Mixed();
}
