using System.Text.Json;

namespace Fakes.Portal;

/// <summary>Which objects hang on which: what the portal answers for a field that holds other objects.</summary>
internal sealed class Relations(PortalStore store)
{
    /// <summary>Type and field → the other type, the other's field, and our field with its value.</summary>
    private static readonly Dictionary<(string Type, string Field), (string Other, string OtherField, string OurField)> Known = new()
    {
        [("Lots", "TrdBuy")] = ("TrdBuy", "id", "trdBuyId"),
        [("Lots", "Customer")] = ("Subject", "pid", "customerId"),
        [("TrdBuy", "Lots")] = ("Lots", "trdBuyId", "id"),
        [("TrdBuy", "Organizer")] = ("Subject", "pid", "orgPid"),
        [("TrdApp", "TrdBuy")] = ("TrdBuy", "id", "buyId"),
        [("TrdApp", "Supplier")] = ("Subject", "pid", "supplierId"),
        [("TrdAppLots", "Lot")] = ("Lots", "id", "lotId"),
        [("Contract", "TrdBuy")] = ("TrdBuy", "id", "trdBuyId"),
        [("Contract", "Acts")] = ("ContractAct", "contractId", "id"),
        [("Contract", "Supplier")] = ("Subject", "pid", "supplierId"),
        [("Contract", "Customer")] = ("Subject", "pid", "customerId"),
        [("ContractAct", "Contract")] = ("Contract", "id", "contractId"),
        [("ContractAct", "ContractRoot")] = ("Contract", "id", "contractRootId"),
        [("ContractAct", "Supplier")] = ("Subject", "pid", "supplierId"),
        [("ContractAct", "Customer")] = ("Subject", "pid", "customerId"),
        [("PlnPoint", "Customer")] = ("Subject", "pid", "sysSubjectsId"),
        [("RnuList", "Supplier")] = ("Subject", "pid", "pid"),
        [("Contract", "RefContractStatus")] = ("RefContractStatus", "id", "refContractStatusId"),
        [("Contract", "FaktTradeMethods")] = ("RefTradeMethods", "id", "faktTradeMethodsId"),
        [("Contract", "RefSubjectType")] = ("RefSubjectType", "id", "refSubjectTypeId"),
        [("TrdBuy", "RefBuyStatus")] = ("RefBuyStatus", "id", "refBuyStatusId"),
        [("TrdBuy", "RefSubjectType")] = ("RefSubjectType", "id", "refSubjectTypeId"),
        [("TrdBuy", "RefTradeMethods")] = ("RefTradeMethods", "id", "refTradeMethodsId"),
        [("Lots", "RefLotsStatus")] = ("RefLotsStatus", "id", "refLotStatusId"),
        [("Lots", "RefTradeMethods")] = ("RefTradeMethods", "id", "refTradeMethodsId"),
        [("Lots", "RefBuyTradeMethods")] = ("RefTradeMethods", "id", "refBuyTradeMethodsId"),
        [("PlnPoint", "RefTradeMethods")] = ("RefTradeMethods", "id", "refTradeMethodsId"),
        [("PlnPoint", "RefSubjectType")] = ("RefSubjectType", "id", "refSubjectTypeId"),
        [("PlnPointsKato", "RefKato")] = ("RefKato", "code", "refKatoCode"),
        [("SubjectAddress", "RefKato")] = ("RefKato", "code", "katoCode"),
    };

    /// <summary>The objects of a field: the store's own as they are now, else what the object carries itself.</summary>
    public IEnumerable<JsonElement> Of(JsonElement row, string type, string field)
    {
        if (Known.TryGetValue((type, field), out var way) && Table.Text(row, way.OurField) is { } value)
        {
            var table = store.Table(way.Other);
            var found = (way.OtherField is "id" or "pid"
                && long.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var id)
                ? table[id] is { } one ? [one] : [] : table.By(way.OtherField, value)).ToList();
            if (found.Count > 0)
                return found;
        }

        if (!row.TryGetProperty(field, out var own))
            return [];
        return own.ValueKind switch
        {
            JsonValueKind.Array => own.EnumerateArray(),
            JsonValueKind.Object => [own],
            _ => [],
        };
    }
}
