using Procurement;

namespace Risk.Populations;

/// <summary>A lot with what takes longest to read of it: told by the lot alone, so that many threads read for one that adds.</summary>
public sealed record LotEntry
{
    public required Lot Lot { get; init; }
    public required LotFact Fact { get; init; }
    public required Pack Pack { get; init; }

    public static LotEntry Of(Lot lot, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(lot);
        ArgumentNullException.ThrowIfNull(catalogue);
        return new LotEntry
        {
            Lot = lot,
            Fact = LotFact.Of(lot),
            Pack = catalogue.Units.PackOf(lot.UnitCode, lot.UnitName, lot.Details.Ru ?? lot.Details.Kz),
        };
    }
}

/// <summary>A version of a contract with the packs of its subjects, in their order.</summary>
public sealed record ContractEntry
{
    public required Contract Contract { get; init; }
    public required IReadOnlyList<Pack> Packs { get; init; }

    public static ContractEntry Of(Contract contract, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(catalogue);
        return new ContractEntry
        {
            Contract = contract,
            Packs = [.. contract.Items.Select(item => catalogue.Units.PackOf(item.UnitCode, item.UnitName, item.Details))],
        };
    }
}
