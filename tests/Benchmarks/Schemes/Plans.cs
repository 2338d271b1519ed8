using System.Globalization;
using Procurement;

namespace Benchmarks.Schemes;

/// <summary>Rows of the buyers' yearly plans.</summary>
internal static class Plans
{
    public static string TermOf(int days) =>
        string.Create(CultureInfo.InvariantCulture, $"В течение {days} календарных дней со дня подписания договора");

    public static PlanItem Of(Deal deal, long id, DateTimeOffset created) =>
        Of(deal.Buyer, deal.Product, id, created) with
        {
            RootId = deal.PlanRoot,
            Details = new Bilingual(deal.Details, null),
            MethodId = deal.PlannedMethod ?? deal.Method,
            Count = deal.Quantity,
            UnitPrice = deal.UnitPrice,
            Amount = deal.Amount,
            Year = deal.Year ?? Days.Of(deal.Timing.Published).Year,
            Month = deal.Year > Days.Of(deal.Timing.Published).Year ? 99 : Days.Of(deal.Timing.Published).Month,
            Places = deal.Place is null ? deal.Buyer.Organisation.Places : [deal.Place],
            SupplyTerm = TermOf(deal.SupplyDays),
            Prepayment = deal.Prepayment,
        };

    public static PlanItem Of(DirectDeal deal, long id) =>
        Of(deal.Buyer, deal.Product, id, deal.Signed.AddDays(-deal.PlannedAhead)) with
        {
            RootId = id,
            Details = new Bilingual(deal.Details, null),
            MethodId = deal.Method,
            JustificationId = deal.Ground,
            Count = deal.Quantity,
            UnitPrice = deal.UnitPrice,
            Amount = deal.Sum,
            Year = deal.Year,
            Month = Days.Of(deal.Signed).Month,
            SupplyTerm = TermOf(15),
            Prepayment = 0,
        };

    private static PlanItem Of(Buyer buyer, Product product, long id, DateTimeOffset created) => new()
    {
        Id = id,
        BuyerBin = buyer.Bin,
        BuyerName = buyer.Name,
        Name = new Bilingual(product.Name, null),
        Description = new Bilingual(product.Characteristic, null),
        Enstru = product.Enstru,
        SubjectType = product.Type,
        UnitCode = product.UnitCode,
        StatusId = 3,
        Created = created,
        Approved = created.AddDays(2),
        Places = buyer.Organisation.Places,
    };
}
