namespace Fakes.Invented;

/// <summary>Contracts with their subjects and acts, acts alone, and lines of the journal of deletions.</summary>
internal sealed class ContractObjects(JsonLines lines, LotObjects plans)
{
    public void Line(Deal deal)
    {
        lines.Begin("Contract"u8);
        lines.Number("id"u8, deal.Id);
        lines.Number("parentId"u8, deal.Parent);
        lines.Number("rootId"u8, deal.Root);
        lines.Number("trdBuyId"u8, deal.Purchase?.Id ?? 0);
        lines.Text("trdBuyNumberAnno"u8, deal.Purchase is { } purchase ? AnnouncementObjects.NumberOf(purchase) : null);
        lines.Text("trdBuyNameRu"u8, deal.Purchase?.TitleRu);
        lines.Text("trdBuyNameKz"u8, deal.Purchase?.TitleKz);
        lines.Text("contractNumber"u8, deal.Number[13..19]);
        lines.Text("contractNumberSys"u8, deal.Number);
        lines.Number("refContractStatusId"u8, deal.Status);
        lines.Number("refContractTypeId"u8, deal.Type);
        lines.Number("refContractYearTypeId"u8, 1);
        lines.Number("withNds"u8, deal.VatPercent > 0 ? 1 : 0);
        Parties(deal);
        lines.Number("refSubjectTypeId"u8, deal.Units[0].Plan.Thing.SubjectType);
        lines.Json.WriteStartArray("refAmendmAgreemJustifId"u8);
        foreach (var ground in deal.Grounds)
            lines.Json.WriteNumberValue(ground);
        lines.Json.WriteEndArray();
        lines.Text("supplierBiin"u8, deal.Supplier.Biin);
        lines.Number("supplierId"u8, deal.Supplier.Pid);
        lines.Text("customerBin"u8, deal.Buyer.Biin);
        lines.Number("customerId"u8, deal.Buyer.Pid);
        lines.Amount("contractSum"u8, deal.Sum);
        lines.Amount("contractSumWnds"u8, WithVat(deal, deal.Sum));
        lines.Amount("faktSum"u8, deal.Done is null ? 0 : deal.Sum);
        lines.Amount("faktSumWnds"u8, deal.Done is null ? 0 : WithVat(deal, deal.Sum));
        lines.Number("finYear"u8, deal.Created.Year);
        lines.Number("faktTradeMethodsId"u8, deal.MethodId);
        lines.Text("descriptionRu"u8, deal.Units[0].Plan.Thing.Ru + Organisation.MarkRu);
        lines.Text("descriptionKz"u8, deal.Units[0].Plan.NameKz is { } kazakh ? kazakh + Organisation.MarkKz : null);
        lines.Text("refCurrencyCode"u8, "KZT");
        lines.Time("crdate"u8, deal.Created);
        lines.Time("signDate"u8, deal.Signed);
        lines.Time("trdBuyItogiDatePublic"u8, deal.Purchase?.Results);
        lines.Time("ecEndDate"u8, new DateTime(deal.PlannedEnd.Year, 12, 31));
        lines.Time("planExecDate"u8, deal.PlannedEnd);
        lines.Time("faktExecDate"u8, deal.Done);
        lines.Text("reportStatus"u8, null);
        lines.Time("lastUpdateDate"u8, deal.Updated);
        lines.Time("indexDate"u8, deal.Updated.AddMinutes(4));
        lines.Number("deleted"u8, 0);
        lines.Number("systemId"u8, 3);
        lines.Json.WriteStartArray("ContractUnits"u8);
        foreach (var unit in deal.Units)
            Unit(unit, deal);
        lines.Json.WriteEndArray();
        lines.Json.WriteStartArray("Acts"u8);
        foreach (var act in deal.Acts)
        {
            lines.Item("ContractAct"u8);
            Fields(act, deal);
            lines.Close();
        }

        lines.Json.WriteEndArray();
        Payments(deal);
        lines.End();
    }

    private void Parties(Deal deal)
    {
        lines.Text("supplierFio"u8, Particulars.HeadOf(deal.Supplier));
        lines.Text("supplierIik"u8, Particulars.AccountOf(deal.Supplier));
        lines.Text("supplierPhone"u8, Particulars.PhoneOf(deal.Supplier));
        lines.Text("supplierLegalAddress"u8, Particulars.AddressOf(deal.Supplier));
        lines.Text("customerFio"u8, Particulars.HeadOf(deal.Buyer));
        lines.Text("customerPhone"u8, Particulars.PhoneOf(deal.Buyer));
    }

    /// <summary>Paid in one go with the act; of every other contract the treasury tells it.</summary>
    private void Payments(Deal deal)
    {
        var isByTreasury = deal.Id % 2 == 0;
        lines.Json.WriteStartArray(isByTreasury ? "TreasuryPay"u8 : "ContractPayment"u8);
        foreach (var act in deal.Acts.Where(act => act.Approved is not null))
        {
            lines.Item(isByTreasury ? "TreasuryPay"u8 : "ContractPayment"u8);
            lines.Time("payDate"u8, act.Approved);
            lines.Amount(isByTreasury ? "payAmount"u8 : "paySum"u8, WithVat(deal, deal.Sum));
            lines.Close();
        }

        lines.Json.WriteEndArray();
    }

    public void Act(Handover act, Deal deal)
    {
        lines.Begin("ContractAct"u8);
        Fields(act, deal);
        lines.End();
    }

    public void Removal(Removal removal)
    {
        lines.Begin("Journal"u8);
        lines.Number("id"u8, removal.Id);
        lines.Number("objectId"u8, removal.ObjectId);
        lines.Text("action"u8, "D");
        lines.Time("dateAction"u8, removal.At);
        lines.Text("serviceName"u8, removal.Service);
        lines.Text("serviceTitle"u8, removal.Title);
        lines.Text("url"u8, $"/v3/{removal.Service}/{removal.ObjectId}");
        lines.End();
    }

    private void Unit(DealUnit unit, Deal deal)
    {
        lines.Item("ContractUnits"u8);
        lines.Number("id"u8, unit.Id);
        lines.Number("lotId"u8, unit.LotId);
        lines.Number("plnPointId"u8, unit.Plan.Id);
        lines.Amount("itemPrice"u8, unit.Price);
        lines.Amount("itemPriceWnds"u8, WithVat(deal, unit.Price));
        lines.Amount("quantity"u8, unit.Quantity);
        lines.Amount("totalSum"u8, unit.Sum);
        lines.Amount("totalSumWnds"u8, WithVat(deal, unit.Sum));
        lines.Amount("contractSum"u8, unit.Sum);
        lines.Number("deleted"u8, 0);
        lines.Codes("refEnstruCode"u8, unit.Plan.Thing.Code);
        lines.Open("Plans"u8, "PlnPoint"u8);
        plans.Fields(unit.Plan);
        lines.Close();
        lines.Close();
    }

    private void Fields(Handover act, Deal deal)
    {
        lines.Number("id"u8, act.Id);
        lines.Number("contractId"u8, deal.Id);
        lines.Number("contractRootId"u8, deal.Root);
        lines.Time("aktDate"u8, act.Dated);
        lines.Time("approveDate"u8, act.Approved);
        lines.Time("revokeDate"u8, null);
        lines.Number("statusId"u8, act.Approved is null ? 1 : 5);
        lines.Number("isDeleted"u8, 0);
        lines.Number("dayOverdue"u8, act.DaysLate);
        lines.Amount("sumFine"u8, act.Fine);
        lines.Number("supplierId"u8, deal.Supplier.Pid);
        lines.Number("customerId"u8, deal.Buyer.Pid);
        lines.Number("typeAct"u8, 1);
        lines.Number("systemId"u8, 3);
        lines.Time("indexDate"u8, act.Approved ?? act.Dated);
    }

    private static decimal WithVat(Deal deal, decimal sum) => decimal.Round(sum * (100 + deal.VatPercent) / 100, 2);
}
