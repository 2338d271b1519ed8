using Procurement;

namespace Risk;

/// <summary>The buyer's direct purchases of one group in one year, by how sure it is that the small-volume limit binds them.</summary>
internal sealed record DirectPurchases
{
    /// <summary>One direct purchase: the contract with the sum of its items that belong to the group.</summary>
    public sealed record Purchase(Contract Contract, decimal Sum, decimal NarrowSum);

    /// <summary>Published ground "small annual volume".</summary>
    public required IReadOnlyList<Purchase> Small { get; init; }

    /// <summary>No ground published.</summary>
    public required IReadOnlyList<Purchase> WithoutGround { get; init; }

    /// <summary>Something could belong here, but a field that would tell is missing.</summary>
    public required bool SomeUnclear { get; init; }

    /// <summary>A ground is given by a number whose meaning was not loaded.</summary>
    public required bool SomeGroundsUnknown { get; init; }

    private enum Kind { Elsewhere, Small, WithoutGround, Unclear, GroundUnknown }

    public static DirectPurchases Of(CaseFile file, int year, HomogeneousGroup group, Catalogue catalogue)
    {
        var sorted = ContractChains.Latest(file.BuyerContracts!, file.AsOf, catalogue.Methods)
            .Where(contract => contract.BuyerBin == file.Lot.BuyerBin)
            .Select(contract => (Kind: Sort(contract), Contract: contract))
            .ToList();
        var undated = file.BuyerContracts!.Any(contract => ContractChains.DateOf(contract) is null && !contract.IsDeleted);

        return new DirectPurchases
        {
            Small = [.. sorted.Where(s => s.Kind == Kind.Small).Select(s => Purchased(s.Contract))],
            WithoutGround = [.. sorted.Where(s => s.Kind == Kind.WithoutGround).Select(s => Purchased(s.Contract))],
            SomeUnclear = undated || sorted.Any(s => s.Kind == Kind.Unclear),
            SomeGroundsUnknown = sorted.Any(s => s.Kind == Kind.GroundUnknown),
        };

        Kind Sort(Contract contract)
        {
            var itsYear = contract.FinancialYear ?? AstanaTime.DayOf(ContractChains.DateOf(contract)!.Value).Year;
            var direct = contract.MethodId is null ? (bool?)null : contract.MethodId == catalogue.Methods.Direct;
            var belongs = Belongs(contract, group);

            return itsYear != year || direct == false || belongs == false ? Kind.Elsewhere
                : direct is null || belongs is null || Items(contract, group).Any(item => SumOf(item, contract) is null) ? Kind.Unclear
                : GroundOf(Items(contract, group), file.Grounds, catalogue.Methods);
        }

        Purchase Purchased(Contract contract)
        {
            var items = Items(contract, group).ToList();
            var narrow = HomogeneousGroup.Digits(file.Lot.Enstru!);
            narrow = narrow[..Math.Min(catalogue.Rules.Splitting.NarrowDigits, narrow.Length)];

            return new Purchase(
                contract,
                items.Sum(item => SumOf(item, contract) ?? 0),
                items.Where(item => HomogeneousGroup.Digits(item.Enstru!).StartsWith(narrow, StringComparison.Ordinal))
                    .Sum(item => SumOf(item, contract) ?? 0));
        }
    }

    /// <summary>Null when an item's code is not known and no other item belongs.</summary>
    private static bool? Belongs(Contract contract, HomogeneousGroup group)
    {
        var answers = contract.Items.Select(item => group.Holds(item.Enstru, contract.SubjectType)).ToList();

        return answers.Contains(true) ? true : answers.Count == 0 || answers.Contains(null) ? null : false;
    }

    private static IEnumerable<ContractItem> Items(Contract contract, HomogeneousGroup group) =>
        contract.Items.Where(item => group.Holds(item.Enstru, contract.SubjectType) == true);

    private static decimal? SumOf(ContractItem item, Contract contract) =>
        item.Sum ?? (item.UnitPrice * item.Quantity) ?? (contract.Items.Count == 1 ? contract.Sum : null);

    private static Kind GroundOf(IEnumerable<ContractItem> items, IReadOnlyDictionary<int, string> grounds, Methods methods)
    {
        var kinds = items.Select(item => item.JustificationId switch
        {
            null or 0 => Kind.WithoutGround,
            { } id when !grounds.ContainsKey(id) => Kind.GroundUnknown,
            { } id when NamesSmallVolume(grounds[id]) => Kind.Small,
            _ => Kind.Elsewhere,
        }).ToList();

        return new[] { Kind.GroundUnknown, Kind.WithoutGround, Kind.Small }.FirstOrDefault(kinds.Contains, Kind.Elsewhere);

        bool NamesSmallVolume(string ground) =>
            methods.SmallVolumeGroundWords.Any(word => ground.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
