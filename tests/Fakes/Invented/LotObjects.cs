namespace Fakes.Invented;

/// <summary>Lots as the portal's query returns them, with announcement, plan item and buyer inside; and plan items alone.</summary>
internal sealed class LotObjects(JsonLines lines, AnnouncementObjects announcements, OrganisationObjects organisations)
{
    public void Lot(LotOffer lot, Purchase purchase)
    {
        var (plan, buyer) = (lot.Plan, purchase.Buyer);
        lines.Begin("Lots"u8);
        lines.Number("id"u8, lot.Id);
        lines.Text("lotNumber"u8, lot.Number);
        lines.Number("refLotStatusId"u8, lot.Status);
        lines.Time("lastUpdateDate"u8, purchase.Updated);
        lines.Number("unionLots"u8, 0);
        lines.Amount("count"u8, lot.Count);
        lines.Amount("amount"u8, lot.Amount);
        lines.Text("nameRu"u8, plan.Thing.Ru);
        lines.Text("nameKz"u8, plan.NameKz);
        lines.Text("descriptionRu"u8, plan.Thing.DescriptionRu);
        lines.Text("descriptionKz"u8, plan.DescriptionKz);
        lines.Number("customerId"u8, buyer.Pid);
        lines.Text("customerBin"u8, buyer.Biin);
        lines.Text("customerNameRu"u8, buyer.Ru);
        lines.Text("customerNameKz"u8, buyer.Kz);
        lines.Number("trdBuyId"u8, purchase.Id);
        lines.Text("trdBuyNumberAnno"u8, AnnouncementObjects.NumberOf(purchase));
        lines.Number("refTradeMethodsId"u8, plan.MethodId);
        lines.Number("refBuyTradeMethodsId"u8, purchase.Method.Id);
        lines.Number("dumping"u8, plan.Thing.SubjectType == 1 ? 0 : 1);
        lines.Ids("pointList"u8, plan.Id);
        lines.Ids("enstruList"u8, 0);
        if (lot.WithoutPlaces)
            lines.Codes("plnPointKatoList"u8);
        else
            lines.Codes("plnPointKatoList"u8, plan.Place.Code);
        lines.Number("isConstructionWork"u8, AnnouncementObjects.IsConstruction(purchase) ? 1 : 0);
        lines.Number("psdSign"u8, AnnouncementObjects.IsConstruction(purchase) ? 1 + (lot.Id % 2) : 0);
        lines.Number("isDeleted"u8, lot.IsDeleted ? 1 : 0);
        lines.Number("systemId"u8, 3);
        lines.Time("indexDate"u8, purchase.Updated.AddMinutes(4));
        lines.Open("RefLotsStatus"u8, "RefLotsStatus"u8);
        lines.Number("id"u8, lot.Status);
        var status = References.Instance.LotStatus(lot.Status);
        lines.Text("nameRu"u8, status.Ru);
        lines.Text("nameKz"u8, status.Kz);
        lines.Close();
        Method("RefTradeMethods"u8, plan.MethodId);
        Method("RefBuyTradeMethods"u8, purchase.Method.Id);
        lines.Open("Customer"u8, "Subject"u8);
        organisations.Essence(buyer);
        lines.Close();
        announcements.Nested(purchase);
        lines.Json.WriteStartArray("Plans"u8);
        if (!lot.WithoutPlan)
        {
            lines.Item("PlnPoint"u8);
            Fields(plan);
            lines.Close();
        }

        lines.Json.WriteEndArray();
        lines.Json.WriteStartArray("Files"u8);
        for (var file = 0; file < lot.Id % 3; file++)
        {
            lines.Item("FileLots"u8);
            lines.Number("id"u8, (lot.Id * 3) + file);
            lines.Close();
        }

        lines.Json.WriteEndArray();
        lines.End();
    }

    /// <summary>A plan item alone, and before it what it was before its edit.</summary>
    public void Plan(PlanRow plan)
    {
        if (plan.Before is { } before)
            Line(new PlanRow
            {
                Id = before.Id,
                Root = plan.Root,
                Buyer = plan.Buyer,
                Thing = plan.Thing,
                Count = before.Count,
                Price = before.Price,
                Year = plan.Year,
                MethodId = plan.MethodId,
                Created = before.Created,
                Place = plan.Place,
                NameKz = plan.NameKz,
                DescriptionKz = plan.DescriptionKz,
                DetailsRu = plan.DetailsRu,
                DetailsKz = plan.DetailsKz,
                JustificationId = plan.JustificationId,
            });
        Line(plan);
    }

    private void Line(PlanRow plan)
    {
        lines.Begin("PlnPoint"u8);
        Fields(plan);
        lines.Text("subjectNameRu"u8, plan.Buyer.Ru);
        lines.Text("subjectNameKz"u8, plan.Buyer.Kz);
        lines.Number("sysSubjectsId"u8, plan.Buyer.Pid);
        lines.Open("PlanActs"u8, "PlnPointActs"u8);
        lines.Time("dateApproved"u8, plan.Created.AddDays(1));
        lines.Close();
        lines.End();
    }

    /// <summary>What a plan item is everywhere: alone, in a lot, in a subject of a contract.</summary>
    public void Fields(PlanRow plan)
    {
        var thing = plan.Thing;
        lines.Number("id"u8, plan.Id);
        lines.Number("rootrecordId"u8, plan.Root);
        lines.Text("subjectBiin"u8, plan.Buyer.Biin);
        lines.Text("nameRu"u8, thing.Ru);
        lines.Text("nameKz"u8, plan.NameKz);
        lines.Text("descRu"u8, thing.DescriptionRu);
        lines.Text("descKz"u8, plan.DescriptionKz);
        lines.Text("extraDescRu"u8, plan.DetailsRu);
        lines.Text("extraDescKz"u8, plan.DetailsKz);
        lines.Amount("count"u8, plan.Count);
        lines.Amount("price"u8, plan.Price);
        lines.Amount("amount"u8, plan.Amount);
        lines.Text("refUnitsCode"u8, thing.Unit.Code);
        lines.Text("refEnstruCode"u8, thing.Code);
        lines.Number("refSubjectTypeId"u8, thing.SubjectType);
        lines.Number("refTradeMethodsId"u8, plan.MethodId);
        lines.Number("refJustificationId"u8, plan.JustificationId);
        lines.Number("refMonthsId"u8, plan.Created.Month);
        lines.Number("refPlnPointStatusId"u8, 2);
        lines.Number("plnPointYear"u8, plan.Year);
        lines.Text("supplyDateRu"u8, "30 календарных дней");
        lines.Number("prepayment"u8, plan.Id % 10 == 0 ? 30 : 0);
        lines.Number("isDeleted"u8, 0);
        lines.Number("systemId"u8, 3);
        lines.Time("dateCreate"u8, plan.Created);
        lines.Time("timestamp"u8, plan.Created.AddHours(3));
        lines.Open("RefUnits"u8, "RefUnits"u8);
        lines.Text("code"u8, thing.Unit.Code);
        lines.Text("nameRu"u8, thing.Unit.Ru);
        lines.Text("nameKz"u8, thing.Unit.Kz);
        lines.Close();
        lines.Open("RefEnstru"u8, "RefEnstru"u8);
        lines.Text("code"u8, thing.Code);
        lines.Text("nameRu"u8, thing.Ru);
        lines.Text("nameKz"u8, thing.Kz ?? thing.Ru);
        lines.Close();
        lines.Json.WriteStartArray("PlansKato"u8);
        lines.Item("PlnPointsKato"u8);
        lines.Text("refKatoCode"u8, plan.Place.Code);
        lines.Text("fullDeliveryPlaceNameRu"u8, plan.Place.FullRu);
        lines.Text("fullDeliveryPlaceNameKz"u8, plan.Place.FullKz);
        lines.Amount("count"u8, plan.Count);
        lines.Close();
        lines.Json.WriteEndArray();
    }

    private void Method(ReadOnlySpan<byte> name, int id)
    {
        var method = References.Instance.Method(id);
        lines.Open(name, "RefTradeMethods"u8);
        lines.Number("id"u8, id);
        lines.Text("nameRu"u8, method.Ru);
        lines.Text("nameKz"u8, method.Kz);
        lines.Close();
    }
}
