using System.Text.Json.Nodes;

namespace Procurement.Ocds;

/// <summary>
/// The organisations of one release and their roles; filled while the parts that refer to them are written. A business is known by its
/// number under the scheme KZ-BIN, one without a number by its name.
/// </summary>
internal sealed class PartyBook(Procedure procedure)
{
    public const string Scheme = "KZ-BIN";

    private readonly List<Party> parties = [];

    private readonly Dictionary<string, Bilingual> names = procedure.Bids
        .Where(bid => bid.SupplierBin is not null).Select(bid => (Bin: bid.SupplierBin!, Name: bid.SupplierName))
        .Concat(procedure.Lots.Where(lot => lot.BuyerBin is not null).Select(lot => (Bin: lot.BuyerBin!, Name: lot.BuyerName)))
        .Concat(procedure.Organisations.Select(organisation => (organisation.Bin, organisation.Name)))
        .Where(known => !known.Name.IsEmpty).GroupBy(known => known.Bin).ToDictionary(group => group.Key, group => group.Last().Name);

    /// <summary>A reference to the organisation in that role; null when nothing is known of it.</summary>
    public JsonObject? Refer(string? bin, Bilingual name, string role)
    {
        if (name.IsEmpty && bin is not null)
            name = names.GetValueOrDefault(bin);
        var id = bin is not null ? $"{Scheme}-{bin}" : name.Ru ?? name.Kz;
        if (string.IsNullOrWhiteSpace(id))
            return null;
        var party = parties.Find(party => party.Id == id);
        if (party is null)
            parties.Add(party = new(id, bin, name, []));
        if (!party.Roles.Contains(role))
            party.Roles.Add(role);
        return party.Reference();
    }

    /// <summary>The one buyer; null when there are several, or none.</summary>
    public JsonObject? Buyer() =>
        parties.Where(party => party.Roles.Contains("buyer")).Take(2).ToList() is [var buyer] ? buyer.Reference() : null;

    public JsonArray? All() => Json.List(parties.Select(party => party.Whole()));

    private sealed record Party(string Id, string? Bin, Bilingual Name, List<string> Roles)
    {
        public JsonObject? Reference() => Json.Object(("id", Id), ("name", Name.Ru ?? Name.Kz));

        public JsonObject? Whole() => Json.Object(
            ("id", Id),
            ("name", Name.Ru),
            ("name_kk", Name.Kz),
            ("identifier", Bin is null ? null : Json.Object(("scheme", Scheme), ("id", Bin))),
            ("roles", Json.List(Roles.Select(role => (JsonNode)role))));
    }
}
