using System.Globalization;

namespace Fakes.Invented;

/// <summary>Announcements and the applications of suppliers to them.</summary>
internal sealed class AnnouncementObjects(JsonLines lines, OrganisationObjects organisations)
{
    private static readonly Dictionary<int, (string Ru, string Kz)> OfferStatuses = new()
    {
        [Offer.Submitted] = ("Подано", "Берілді"),
        [Offer.Won] = ("Победитель", "Жеңімпаз"),
        [Offer.Second] = ("Второй победитель", "Екінші жеңімпаз"),
        [Offer.Rejected] = ("Отклонено", "Қабылданбады"),
    };

    public static string NumberOf(Purchase purchase) => string.Create(CultureInfo.InvariantCulture, $"{purchase.Id}-1");

    public static bool IsConstruction(Purchase purchase) => purchase.Lots.Count > 0 && purchase.Lots[0].Thing.SubjectType == 2
        && purchase.Method == Method.Points;

    public void Line(Purchase purchase)
    {
        lines.Begin("TrdBuy"u8);
        Fields(purchase);
        lines.Amount("totalSum"u8, purchase.Sum);
        lines.Number("countLots"u8, purchase.Lots.Count);
        lines.Text("customerBin"u8, purchase.Buyer.Biin);
        lines.Number("orgPid"u8, purchase.Buyer.Pid);
        lines.Text("orgNameRu"u8, purchase.Buyer.Ru);
        lines.Text("orgNameKz"u8, purchase.Buyer.Kz);
        lines.Number("idSupplier"u8, purchase.Invited?.Pid ?? 0);
        lines.Number("singlOrgSign"u8, 0);
        lines.Ids("finYear"u8, purchase.Published.Year);
        lines.Time("lastUpdateDate"u8, purchase.Updated);
        lines.Time("indexDate"u8, purchase.Updated.AddMinutes(4));
        lines.Number("systemId"u8, 3);
        Reference("RefTradeMethods"u8, References.Instance.Method(purchase.Method.Id), purchase.Method.Id, purchase.Method.Symbol);
        Reference("RefBuyStatus"u8, References.Instance.BuyStatus(purchase.Status), purchase.Status, null);
        lines.Json.WriteStartArray("Cancel"u8);
        if (purchase.Cancelled is { } cancelled)
        {
            lines.Item("TrdBuyCancel"u8);
            lines.Number("trdBuyId"u8, purchase.Id);
            lines.Time("dateDecision"u8, cancelled);
            lines.Text("nameAuthority"u8, purchase.Buyer.Ru);
            lines.Text("typeActionsNameRu"u8, purchase.Status == 410 ? "Отказ от закупки" : "Отмена закупки");
            lines.Close();
        }

        lines.Json.WriteEndArray();
        People(purchase);
        lines.Json.WriteStartArray("Files"u8);
        lines.Json.WriteEndArray();
        lines.End();
    }

    /// <summary>Who decides, where somebody does; and now and then somebody who complains of it.</summary>
    private void People(Purchase purchase)
    {
        const int Members = 3, OneComplaintIn = 20;
        lines.Json.WriteStartArray("Commission"u8);
        for (var member = 1; member <= Members && purchase.Method != Method.PriceOffers; member++)
        {
            lines.Item("TrdBuyComm"u8);
            lines.Text("fio"u8, Particulars.MemberOf(purchase.Buyer, member));
            lines.Number("active"u8, member < Members ? 1 : 0);
            lines.Number("isDeleted"u8, 0);
            lines.Close();
        }

        lines.Json.WriteEndArray();
        if (purchase.Results is not { } results || purchase.Id % OneComplaintIn != 0)
            return;
        lines.Open("ComplaintAppeal"u8, "TrdComplaintAppeal"u8);
        lines.Time("dateApply"u8, results);
        lines.Number("isDeleted"u8, 0);
        lines.Close();
    }

    /// <summary>The announcement as it stands inside a lot.</summary>
    public void Nested(Purchase purchase)
    {
        lines.Open("TrdBuy"u8, "TrdBuy"u8);
        Fields(purchase);
        lines.Close();
    }

    public void Application(Application application, Purchase purchase)
    {
        lines.Begin("TrdApp"u8);
        lines.Number("id"u8, application.Id);
        lines.Number("buyId"u8, purchase.Id);
        lines.Number("supplierId"u8, application.Supplier.Pid);
        lines.Text("supplierBinIin"u8, application.Supplier.Biin);
        lines.Text("crFio"u8, Particulars.WriterOf(application.Supplier));
        lines.Text("protNumber"u8, string.Create(CultureInfo.InvariantCulture,
            $"{purchase.Id}-{purchase.Method.Symbol}{purchase.Attempt}"));
        lines.Time("dateApply"u8, application.HandedIn, withFraction: true);
        lines.Number("systemId"u8, 3);
        lines.Time("indexDate"u8, purchase.Results);
        lines.Open("Supplier"u8, "Subject"u8);
        organisations.Essence(application.Supplier);
        lines.Close();
        lines.Json.WriteStartArray("AppLots"u8);
        foreach (var offer in application.Offers)
            OfferOf(offer, application.Id);
        lines.Json.WriteEndArray();
        lines.End();
    }

    private void OfferOf(Offer offer, long application)
    {
        lines.Item("TrdAppLots"u8);
        lines.Number("id"u8, offer.Id);
        lines.Number("appId"u8, application);
        lines.Number("lotId"u8, offer.Lot.Id);
        lines.Ids("pointList"u8, offer.Lot.Plan.Id);
        lines.Number("statusId"u8, offer.Status);
        lines.Amount("price"u8, offer.Price);
        lines.Amount("amount"u8, offer.Amount);
        lines.Amount("discountValue"u8, offer.DiscountPercent);
        lines.Amount("discountPrice"u8, offer.DiscountPercent == 0 ? 0
            : decimal.Round(offer.Amount * (100 - offer.DiscountPercent) / 100, 2));
        lines.Open("RefAppStatus"u8, "RefPoSt"u8);
        lines.Number("id"u8, offer.Status);
        lines.Text("nameRu"u8, OfferStatuses[offer.Status].Ru);
        lines.Text("nameKz"u8, OfferStatuses[offer.Status].Kz);
        lines.Close();
        lines.Json.WriteStartArray("Offers"u8);
        lines.Item("TrdPriceOfferPoint"u8);
        lines.Number("pointId"u8, offer.Lot.Plan.Id);
        lines.Amount("price"u8, offer.Price);
        lines.Amount("amount"u8, offer.Amount);
        lines.Close();
        lines.Json.WriteEndArray();
        lines.Close();
    }

    private void Fields(Purchase purchase)
    {
        lines.Number("id"u8, purchase.Id);
        lines.Text("numberAnno"u8, NumberOf(purchase));
        lines.Text("nameRu"u8, purchase.TitleRu);
        lines.Text("nameKz"u8, purchase.TitleKz);
        lines.Number("refBuyStatusId"u8, purchase.Status);
        lines.Number("refTradeMethodsId"u8, purchase.Method.Id);
        lines.Number("refSubjectTypeId"u8, purchase.Lots.Count > 0 ? purchase.Lots[0].Thing.SubjectType : 1);
        lines.Number("refTypeTradeId"u8, purchase.ParentId is null ? 1 : 2);
        lines.Text("orgBin"u8, purchase.Buyer.Biin);
        lines.Time("publishDate"u8, purchase.Published);
        lines.Time("startDate"u8, purchase.Start);
        lines.Time("endDate"u8, purchase.End);
        lines.Time("itogiDatePublic"u8, purchase.Results);
        lines.Time("discusStartDate"u8, purchase.DiscussionFrom);
        lines.Time("discusEndDate"u8, purchase.DiscussionUntil);
        lines.Codes("kato"u8, purchase.Buyer.Place.Code);
        lines.Number("parentId"u8, purchase.ParentId ?? 0);
        lines.Text("biinSupplier"u8, purchase.Invited?.Biin);
        lines.Number("isConstructionWork"u8, IsConstruction(purchase) ? 1 : 0);
    }

    private void Reference(ReadOnlySpan<byte> name, (string Ru, string Kz) words, int id, string? symbol)
    {
        lines.Open(name, name);
        lines.Number("id"u8, id);
        lines.Text("nameRu"u8, words.Ru);
        lines.Text("nameKz"u8, words.Kz);
        if (symbol is not null)
            lines.Text("symbolCode"u8, symbol);
        lines.Close();
    }
}
