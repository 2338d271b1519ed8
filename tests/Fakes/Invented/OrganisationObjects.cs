namespace Fakes.Invented;

/// <summary>Organisations and the register of unfair participants.</summary>
internal sealed class OrganisationObjects(JsonLines lines)
{
    public void Line(Organisation organisation)
    {
        lines.Begin("Subject"u8);
        Essence(organisation);
        lines.Text("fullNameRu"u8, organisation.Ru);
        lines.Text("fullNameKz"u8, organisation.Kz);
        lines.Time("regdate"u8, organisation.Registered.ToDateTime(TimeOnly.MinValue));
        lines.Number("year"u8, organisation.Registered.Year);
        lines.Text("countryCode"u8, "398");
        lines.Number("customer"u8, organisation.IsBuyer ? 1 : 0);
        lines.Number("organizer"u8, organisation.IsBuyer ? 1 : 0);
        lines.Number("supplier"u8, organisation.IsBuyer ? 0 : 1);
        lines.Number("markStateMonopoly"u8, 0);
        lines.Number("markNaturalMonopoly"u8, 0);
        lines.Number("krpCode"u8, organisation.IsBuyer ? 160 : 105);
        lines.Number("okedList"u8, organisation.IsBuyer ? 85310 : 46909);
        lines.Text("email"u8, Particulars.EmailOf(organisation));
        lines.Text("phone"u8, Particulars.PhoneOf(organisation));
        lines.Number("systemId"u8, 3);
        lines.Time("lastUpdateDate"u8, organisation.Registered.ToDateTime(new TimeOnly(10, 0)).AddDays(30));
        lines.Time("indexDate"u8, organisation.Registered.ToDateTime(new TimeOnly(10, 5)).AddDays(30));
        if (!organisation.IsBuyer)
            Head(organisation);
        lines.Json.WriteStartArray("Address"u8);
        lines.Item("SubjectAddress"u8);
        lines.Number("addressType"u8, 1);
        lines.Text("address"u8, Particulars.AddressOf(organisation));
        lines.Close();
        lines.Json.WriteEndArray();
        lines.End();
    }

    /// <summary>What is told of an organisation inside other objects. People are found by iin, never by bin.</summary>
    public void Essence(Organisation organisation)
    {
        lines.Number("pid"u8, organisation.Pid);
        lines.Text("bin"u8, organisation.IsPerson ? "" : organisation.Biin);
        lines.Text("iin"u8, organisation.IsPerson ? organisation.Biin : "");
        lines.Text("nameRu"u8, organisation.Ru);
        lines.Text("nameKz"u8, organisation.Kz);
        lines.Number("typeSupplier"u8, organisation.IsPerson ? 3 : 1);
        lines.Codes("katoList"u8, organisation.Place.Code);
    }

    public void Listing(Listing listing)
    {
        lines.Begin("RnuList"u8);
        lines.Number("id"u8, listing.Id);
        lines.Number("pid"u8, listing.Supplier.Pid);
        lines.Text("supplierNameRu"u8, listing.Supplier.Ru);
        lines.Text("supplierNameKz"u8, listing.Supplier.Kz);
        lines.Text("supplierBiin"u8, listing.Supplier.Biin);
        lines.Number("systemId"u8, 3);
        Dates(listing);
        lines.Json.WriteStartArray("Detail"u8);
        lines.Item("RnuDetailList"u8);
        lines.Text("customerNameRu"u8, listing.Buyer.Ru);
        lines.Text("customerBiin"u8, listing.Buyer.Biin);
        lines.Text("courtDecision"u8, $"7100-{listing.From.Year % 100:00}-00-2/{listing.Id % 10_000}");
        lines.Time("courtDecisionDate"u8, listing.From.AddDays(-20).ToDateTime(TimeOnly.MinValue));
        lines.Number("refReasonId"u8, 2);
        Dates(listing);
        lines.Text("supplierHeadNameRu"u8, Particulars.HeadOf(listing.Supplier));
        lines.Text("supplierHeadBiin"u8, Particulars.HeadNumberOf(listing.Supplier));
        lines.Json.WriteStartArray("founders"u8);
        lines.Item("FieldByKeyfounders"u8);
        lines.Text("head_biin"u8, Particulars.HeadNumberOf(listing.Supplier));
        lines.Close();
        lines.Json.WriteEndArray();
        lines.Close();
        lines.Json.WriteEndArray();
        lines.End();
    }

    private void Dates(Listing listing)
    {
        lines.Time("startDate"u8, listing.From.ToDateTime(TimeOnly.MinValue));
        lines.Time("endDate"u8, listing.Until.ToDateTime(TimeOnly.MinValue));
    }

    /// <summary>The head of a firm: a number for a name, so that no living person is meant.</summary>
    private void Head(Organisation organisation)
    {
        lines.Json.WriteStartArray("Employees"u8);
        lines.Item("SubjectUsers"u8);
        lines.Number("pid"u8, organisation.Pid);
        lines.Text("fio"u8, Particulars.HeadOf(organisation));
        lines.Text("iin"u8, Particulars.HeadNumberOf(organisation));
        lines.Number("role"u8, 1);
        lines.Text("roleName"u8, "Руководитель");
        lines.Close();
        lines.Json.WriteEndArray();
    }
}
