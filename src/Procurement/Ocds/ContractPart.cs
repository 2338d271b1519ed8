using System.Globalization;
using System.Text.Json.Nodes;

namespace Procurement.Ocds;

/// <summary>
/// The contracts of a release: of each chain the last version, the ones after the first as amendments; what was paid as a transaction,
/// acts as milestones of delivery.
/// </summary>
internal static class ContractPart
{
    public static JsonArray? Of(Procedure procedure, PartyBook parties)
    {
        var acts = procedure.Acts.Concat(procedure.Contracts.SelectMany(contract => contract.Acts)).Where(act => !act.IsDeleted)
            .DistinctBy(act => act.Id).ToList();
        return Json.List(ContractChain.Of(procedure).Select(chain => Contract(chain, acts, parties)));
    }

    private static JsonObject? Contract(ContractChain chain, List<Act> acts, PartyBook parties)
    {
        var contract = chain.Last;
        var versions = chain.Versions.Select(version => version.Id).ToHashSet();
        var own = acts.Where(act => act.ContractRootId == chain.Root || (act.ContractId is { } id && versions.Contains(id)));
        parties.Refer(contract.BuyerBin, default, "buyer");
        return Json.Object(
            ("id", Json.Text(contract.Id)),
            ("awardID", Json.Text(chain.Root)),
            ("title", contract.Number),
            ("description", contract.Description.Ru),
            ("description_kk", contract.Description.Kz),
            ("status", Codes.ContractStatus(contract.StatusId)),
            ("period", Json.Period(null, contract.Ends)),
            ("value", Json.Money(contract.Sum)),
            ("items", Json.List(contract.Items.Select(Item))),
            ("dateSigned", Json.Of(contract.SignedAt)),
            ("implementation", Json.Object(
                ("transactions", Json.List([Paid(contract, parties)])),
                ("milestones", Json.List(own.Select(Delivery))))),
            ("amendments", Json.List(chain.Versions.Skip(1).Select(Amendment))));
    }

    private static JsonObject? Item(ContractItem item, int index) => Json.Object(
        ("id", (index + 1).ToString(CultureInfo.InvariantCulture)),
        ("description", item.Details),
        ("classification", TenderPart.Class(item.Enstru, default)),
        ("quantity", item.Quantity),
        ("unit", TenderPart.Unit(item.UnitCode, item.UnitName, item.UnitPrice)),
        ("deliveryLocation", TenderPart.Places(item.Places)),
        ("relatedLot", item.LotId is { } lot ? Json.Text(lot) : null));

    private static JsonObject? Paid(Contract contract, PartyBook parties) =>
        contract.Paid is not > 0 ? null : Json.Object(
            ("id", $"{contract.Id}-paid"),
            ("value", Json.Money(contract.Paid)),
            ("payer", parties.Refer(contract.BuyerBin, default, "payer")),
            ("payee", parties.Refer(contract.SupplierBin, default, "payee")));

    /// <summary>Due when it would have been in time: the act's date less the days late.</summary>
    private static JsonObject? Delivery(Act act) => Json.Object(
        ("id", Json.Text(act.Id)),
        ("type", "delivery"),
        ("dueDate", Json.Of(DueDate(act))),
        ("dateMet", Json.Of(act.Dated)),
        ("dateModified", Json.Of(act.Approved)),
        ("status", act switch { { Revoked: not null } => "notMet", { Approved: not null } => "met", _ => "scheduled" }));

    private static DateTimeOffset? DueDate(Act act) =>
        act is { DaysLate: { } days, Dated: { Year: > 1900 } dated } && days < 10_000 ? dated.AddDays(-days) : null;

    private static JsonObject? Amendment(Contract version) => Json.Object(
        ("id", Json.Text(version.Id)),
        ("date", Json.Of(version.SignedAt ?? version.Created)),
        ("description", version.Number),
        ("rationale", version.AmendmentGrounds.Count > 0 ? string.Join(", ", version.AmendmentGrounds) : null));
}
