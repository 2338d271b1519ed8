using Procurement;

namespace Benchmarks.Schemes;

/// <summary>Prices as the local engines compare them: by code and unit, with no pack and no region.</summary>
internal sealed class LocalPrices(Register register)
{
    private const int Least = 5, Absurd = 50;

    private readonly Dictionary<(string?, string?), (double Median, double Fence, double Quantity)> groups = register.Versions.Values
        .Select(chain => chain[^1]).Where(contract => contract.MethodId is not (Ways.Direct or Ways.AfterFailure or Ways.MealsAgain))
        .SelectMany(contract => contract.Items).Where(item => item.UnitPrice > 0)
        .GroupBy(item => (item.Enstru, item.UnitCode)).Where(group => group.Count() >= Least)
        .ToDictionary(group => group.Key, group =>
            Of([.. group.Select(item => (double)item.UnitPrice!.Value).Order()],
            [.. group.Select(item => (double)item.Quantity!.Value).Order()]));

    public double TimesMedian(Lot lot) =>
        groups.TryGetValue((lot.Enstru, lot.UnitCode), out var group) ? (double)lot.UnitPrice!.Value / group.Median : 0;

    public bool IsOverFence(Lot lot) => groups.TryGetValue((lot.Enstru, lot.UnitCode), out var group)
        && (double)lot.UnitPrice!.Value > group.Fence && TimesMedian(lot) <= Absurd && (double)lot.Count!.Value >= .1 * group.Quantity;

    private static (double, double, double) Of(double[] prices, double[] quantities)
    {
        var (q1, q3) = (prices[prices.Length / 4], prices[prices.Length * 3 / 4]);
        return (prices[prices.Length / 2], q3 + (1.5 * (q3 - q1)), quantities[quantities.Length / 2]);
    }
}

/// <summary>Who wins how often, and how often a code is bought.</summary>
internal sealed class LocalWinners
{
    private readonly Register register;
    private readonly Dictionary<string, int> byBuyer, bySupplier;
    private readonly Dictionary<(string, string), int> byPair;
    private readonly HashSet<Trait> shared;
    private readonly ILookup<(string?, string?), DateTimeOffset> bought;

    public LocalWinners(Register register)
    {
        this.register = register;
        var contracts = register.Versions.Values.Select(chain => chain[0]).ToList();
        byBuyer = contracts.CountBy(one => one.BuyerBin!).ToDictionary();
        bySupplier = contracts.CountBy(one => one.SupplierBin!).ToDictionary();
        byPair = contracts.CountBy(one => (one.BuyerBin!, one.SupplierBin!)).ToDictionary();
        shared = [.. contracts.Select(one => (one.SupplierBin, Account: AccountOf(one))).Distinct().CountBy(one => one.Account)
            .Where(row => row.Value > 1).Select(row => row.Key)];
        bought = register.Market.Lots.ToLookup(lot => (lot.BuyerBin, lot.Enstru), lot => lot.Published!.Value);
    }

    /// <summary>Share of a buyer's contracts that the lot's winner has; 0 below ten contracts.</summary>
    public double ShareOf(Lot lot) => register.ChainOf(lot) is [{ } contract, ..] && byBuyer[contract.BuyerBin!] is >= 10 and var all
        ? (double)byPair[(contract.BuyerBin!, contract.SupplierBin!)] / all : 0;

    public int CountOf(Lot lot) => register.ChainOf(lot) is [{ } contract, ..] ? bySupplier[contract.SupplierBin!] : 0;

    public bool AccountIsShared(Lot lot) => register.ChainOf(lot) is [{ } contract, ..] && shared.Contains(AccountOf(contract));

    public int SameCodeWithin30Days(Lot lot) =>
        bought[(lot.BuyerBin, lot.Enstru)].Count(other => Math.Abs((other - lot.Published!.Value).TotalDays) <= 30);

    private static Trait AccountOf(Contract contract) => contract.SupplierTraits.First(trait => trait.Kind == TraitKind.BankAccount);
}
