using System.Globalization;

namespace Risk.Populations;

/// <summary>Rows of the population as evidence: by the portal's id, with the page that shows them.</summary>
internal static class FactEvidence
{
    public static EvidenceItem Evidence(this in DealFact deal, string field, object? value) =>
        new("contract", Plain(deal.Id), Links.Contract(deal.Id), field, Plain(value));

    public static EvidenceItem Evidence(this in LotFact lot, string field, object? value) =>
        new("lot", Plain(lot.Id), Links.Announcement(lot.AnnouncementId), field, Plain(value));

    public static EvidenceItem Evidence(this in PriceFact price, Population population) => price.Basis == PriceBasis.Contract
        ? new("contract", Plain(price.Origin), Links.Contract(price.Origin), "itemPrice", Plain(price.Price))
        : new("lot", Plain(price.Origin), Links.Announcement(population.Lot(price.Origin)?.AnnouncementId), "price", Plain(price.Price));

    /// <summary>A day in Astana as it is written in evidence.</summary>
    public static string Day(int day) => DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The beginning of a day in Astana, for the blanks of a sentence.</summary>
    public static DateTimeOffset Moment(int day) => AstanaTime.StartOf(DateOnly.FromDayNumber(day));

    private static string Plain(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
