using Risk;

namespace Library.Tests.Risk;

/// <summary>Cases that together tell every sentence a sign can be told in.</summary>
internal static class CasesThatFire
{
    /// <summary>The catalogue with a word for rejected bids, which the portal's real ones are not known for.</summary>
    public static Catalogue Catalogue { get; } = global::Risk.Catalogue.Current with
    {
        BidStatuses = global::Risk.Catalogue.Current.BidStatuses.With(new Dictionary<string, BidOutcome> { ["Отклонена"] = BidOutcome.Rejected }),
    };

    public static IEnumerable<CaseFile> All()
    {
        foreach (var file in CasesB.All())
        {
            yield return file;
        }

        yield return Given.File(Given.Lot() with { BidsDue = Given.Astana(2026, 2, 25) });
        yield return Given.File(Given.Lot() with { MethodId = 120 });
        yield return Given.File(Given.Lot() with { Details = new("Ноутбук Lenovo", null), Amount = 10_000_000 });
        yield return Given.File(Given.Lot() with { Details = new("Ноутбук Lеnovo", null) });
        foreach (var file in CasesD.All())
            yield return file;
        foreach (var file in CasesC.All())
            yield return file;

        foreach (var file in CasesA.All())
            yield return file;
    }
}
