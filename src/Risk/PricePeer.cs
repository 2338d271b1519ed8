using Procurement;

namespace Risk;

/// <summary>One price paid or planned for one thing, to compare with. In tenge for one unit, without VAT.</summary>
public sealed record PricePeer
{
    public required PriceBasis Basis { get; init; }

    /// <summary>The contract or the lot that it comes from, and its page.</summary>
    public required EvidenceItem Origin { get; init; }
    public required DateTimeOffset Date { get; init; }
    public required string BuyerBin { get; init; }
    public string? SupplierBin { get; init; }
    public required string Enstru { get; init; }
    public string? UnitCode { get; init; }
    public string? UnitName { get; init; }
    public required decimal UnitPrice { get; init; }
    public decimal? Quantity { get; init; }

    /// <summary>The buyer's words, which may name a pack.</summary>
    public string? Details { get; init; }

    /// <summary>Places of delivery, nine-digit KATO codes.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>Prices of the goods in competitive contracts in force or executed; of several versions the last one known then.</summary>
    public static IEnumerable<PricePeer> FromContracts(IEnumerable<Contract> contracts, DateTimeOffset asOf, Catalogue? catalogue = null)
    {
        var methods = (catalogue ?? Catalogue.Current).Methods;

        return ContractChains.Latest(contracts, asOf, methods)
            .Where(contract => contract.SubjectType == 1
                && methods.Competitive.Contains(contract.MethodId ?? 0) && methods.ContractsInForce.Contains(contract.StatusId ?? 0))
            .SelectMany(contract => contract.Items, Of)
            .OfType<PricePeer>();
    }

    /// <summary>Planned prices of the goods in announced competitive lots; of several attempts the last one known then.</summary>
    public static IEnumerable<PricePeer> FromLots(IEnumerable<Lot> lots, DateTimeOffset asOf, Catalogue? catalogue = null)
    {
        var methods = (catalogue ?? Catalogue.Current).Methods;

        return LotAttempts.Latest(lots, asOf, methods)
            .Where(lot => lot.SubjectType == 1 && methods.Competitive.Contains(lot.MethodId ?? 0))
            .Select(Of)
            .OfType<PricePeer>();
    }

    private static PricePeer? Of(Contract contract, ContractItem item) =>
        contract.BuyerBin is { } buyer && item is { Enstru: { } code, UnitPrice: > 0 and { } price }
            && ContractChains.DateOf(contract) is { } date
            ? new PricePeer
            {
                Basis = PriceBasis.Contract,
                Origin = Indicator.Of(contract, "itemPrice", price),
                Date = date,
                BuyerBin = buyer,
                SupplierBin = contract.SupplierBin,
                Enstru = code,
                UnitCode = item.UnitCode,
                UnitName = item.UnitName,
                UnitPrice = price,
                Quantity = item.Quantity,
                Details = item.Details,
                Places = item.Places,
            }
            : null;

    private static PricePeer? Of(Lot lot) =>
        lot is { BuyerBin: { } buyer, Enstru: { } code, UnitPrice: > 0 and { } price, Published: { } published }
            ? new PricePeer
            {
                Basis = PriceBasis.Planned,
                Origin = Indicator.Of(lot, "price", price),
                Date = published,
                BuyerBin = buyer,
                Enstru = code,
                UnitCode = lot.UnitCode,
                UnitName = lot.UnitName,
                UnitPrice = price,
                Quantity = lot.Count,
                Details = lot.Details.Ru ?? lot.Details.Kz,
                Places = lot.Places,
            }
            : null;
}

/// <summary>A price agreed after competition, or one that a buyer planned: the second is used only where the first is too rare.</summary>
public enum PriceBasis { Contract, Planned }
