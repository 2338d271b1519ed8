using Risk;

namespace Benchmarks.Schemes;

/// <summary>Keeps the innocent within the written rules: yearly limits of homogeneous things, the same thing only once.</summary>
internal sealed class Ledger
{
    private const decimal SafeShare = .93m;
    private const decimal ProposalsMci = 8_000, GoodsMci = 100, WorksAndServicesMci = 500, RuralMci = 4_000, BrandMci = 1_000;

    private readonly Dictionary<(int Buyer, int Group, int Type, int Year, bool Direct), decimal> sums = [];
    private readonly HashSet<(int Buyer, int Group)> reserved = [], used = [];
    private readonly HashSet<(int Buyer, int Product, string Details)> bought = [];

    public static decimal Mci(int year) => Catalogue.Current.MciOf(year)
        ?? throw new ArgumentOutOfRangeException(nameof(year), year, "The index of this year is not known.");

    public static decimal DirectLimit(Buyer buyer, Product product, int year) =>
        Mci(year) * (buyer.Kind == BuyerKinds.Rural ? RuralMci : product.IsGoods ? GoodsMci : WorksAndServicesMci);

    public static decimal ProposalsLimit(int year) => Mci(year) * ProposalsMci;

    public static decimal BrandLimit(int year) => Mci(year) * BrandMci;

    /// <summary>Keeps a class of things of one buyer for a plot: innocent purchases pass it by.</summary>
    public bool Reserve(Buyer buyer, Product product) =>
        !used.Contains((buyer.Index, product.Group)) && reserved.Add((buyer.Index, product.Group));

    public bool IsReserved(Buyer buyer, Product product) => reserved.Contains((buyer.Index, product.Group));

    /// <summary>What has been bought of a class this year by price proposals.</summary>
    public decimal Proposed(Buyer buyer, Product product, int year) =>
        sums.GetValueOrDefault((buyer.Index, product.Group, product.Type, year, false));

    /// <summary>Writes the sum down if the year's limit of price proposals allows it.</summary>
    public bool Propose(Buyer buyer, Product product, int year, decimal sum) =>
        Add(buyer, product, year, sum, direct: false, ProposalsLimit(year));

    /// <summary>Writes the sum down if the year's limit of small direct purchases allows it.</summary>
    public bool Direct(Buyer buyer, Product product, int year, decimal sum) =>
        Add(buyer, product, year, sum, direct: true, DirectLimit(buyer, product, year));

    /// <summary>The buyer has not used these words for this thing.</summary>
    public bool IsNew(Buyer buyer, Product product, string details) => bought.Add((buyer.Index, product.Index, details));

    private bool Add(Buyer buyer, Product product, int year, decimal sum, bool direct, decimal limit)
    {
        var key = (buyer.Index, product.Group, product.Type, year, direct);
        var total = sums.GetValueOrDefault(key) + sum;
        if (IsReserved(buyer, product) || total > limit * SafeShare)
            return false;
        sums[key] = total;
        used.Add((buyer.Index, product.Group));
        return true;
    }
}
