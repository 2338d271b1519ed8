using Procurement;

namespace Benchmarks.Schemes;

/// <summary>The subject of a contract and its sums.</summary>
internal static class ContractForms
{
    public static ContractItem ItemOf(Product product, long planItem, long? lot, string details) => new()
    {
        LotId = lot,
        PlanItemId = planItem,
        Enstru = product.Enstru,
        UnitCode = product.UnitCode,
        UnitName = product.UnitName,
        Details = details,
    };

    /// <summary>VAT is 12 % until 2025, 16 % from 2026.</summary>
    public static Contract WithItem(Contract contract, ContractItem item, decimal price, decimal quantity)
    {
        var sum = decimal.Round(price * quantity, 2);
        var vat = contract.HasVat == true ? (Days.Of(contract.SignedAt!.Value).Year >= 2026 ? .16m : .12m) : 0;
        return contract with
        {
            Sum = sum,
            SumWithVat = decimal.Round(sum * (1 + vat), 2),
            Items = [item with { UnitPrice = price, Quantity = quantity, Sum = sum }],
        };
    }
}
