using System.Globalization;
using Procurement.Portal;

namespace Procurement.Ocds;

/// <summary>Makes a contract of a release's entry: buyer and supplier stand in the release and in the award.</summary>
internal static class ContractEntry
{
    private const int Active = 190, Main = 1, Amendment = 2;

    public static Contract Read(JsonFields contract, JsonFields release, ReleaseShape parties, long? announcement)
    {
        var name = contract.Text("awardID");
        var award = release.Objects("awards").Find(candidate => candidate.Text("id") == name);
        var suppliers = award.Objects("suppliers");
        var (id, root) = (contract.PortalId("id"), ReleaseShape.LocalId(name));
        var (implementation, period) = (contract.Object("implementation"), contract.Object("period"));
        var isAmended = contract.Objects("amendments").Count > 0;
        var announced = release.Object("tender").Text("id");
        return new Contract
        {
            Id = id,
            RootId = root,
            Number = contract.Text("title"),
            AnnouncementId = announcement,
            AnnouncementNumber = AnnouncementNumber.TryParse(announced, out var number) ? number.ToString() : null,
            Description = contract.Both("description", "description_kk"),
            BuyerBin = parties.BinOf(release.Object("buyer")),
            SupplierBin = suppliers.Count == 1 ? parties.BinOf(suppliers[0]) : null,
            Sum = contract.Money("value"),
            Paid = PaidOf(implementation),
            StatusId = contract.Text("status") == "active" ? Active : null,
            TypeId = isAmended ? Amendment : Main,
            SignedAt = IsoMoment.Of(contract, "dateSigned"),
            Ends = IsoMoment.Of(period, "endDate"),
            ResultsPublished = IsoMoment.Of(award, "date"),
            Updated = IsoMoment.Of(release, "date"),
            Items = [.. contract.Objects("items").Select(Item)],
            Acts = [.. implementation.Objects("milestones").Where(IsDelivery).Select(act => Act(act, id, root))],
        };
    }

    private static decimal? PaidOf(JsonFields implementation) =>
        Json.Total(implementation.Objects("transactions").Select(transaction => transaction.Money("value")));

    private static ContractItem Item(JsonFields item)
    {
        var unit = item.Object("unit");
        return new ContractItem
        {
            LotId = item.Id("relatedLot"),
            Enstru = TenderShape.EnstruOf(item),
            UnitPrice = unit.Money("value"),
            Quantity = item.Amount("quantity"),
            UnitCode = unit.Text("id"),
            UnitName = unit.Text("name"),
            Details = item.Text("description"),
            Places = TenderShape.PlacesOf(item),
        };
    }

    /// <summary>Other publishers' milestones are not acts of the portal: their ids are no numbers, or they are of another type.</summary>
    private static bool IsDelivery(JsonFields milestone) => milestone.Text("type") == "delivery"
        && long.TryParse(milestone.Text("id"), NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static Act Act(JsonFields milestone, long contract, long? root)
    {
        var (due, met) = (IsoMoment.Of(milestone, "dueDate"), IsoMoment.Of(milestone, "dateMet"));
        return new Act
        {
            Id = milestone.PortalId("id"),
            ContractId = contract,
            ContractRootId = root,
            Dated = met,
            Approved = IsoMoment.Of(milestone, "dateModified"),
            DaysLate = due is null || met is null ? null : (int)Math.Max(0, (met.Value - due.Value).TotalDays),
        };
    }
}
