using Risk;

namespace Library.Tests.Risk;

/// <summary>Cases that together tell every sentence a sign can be told in.</summary>
internal static class CasesThatFire
{
    public static IEnumerable<CaseFile> All()
    {
        yield return Given.File(Given.Lot() with { BidsDue = Given.Astana(2026, 2, 25) });
        yield return Given.File(Given.Lot() with { MethodId = 120 });
        yield return Given.File(Given.Lot() with { Details = new("Ноутбук Lenovo", null), Amount = 10_000_000 });
        yield return Given.File(Given.Lot() with { Details = new("Ноутбук Lеnovo", null) });

        foreach (var file in CasesA.All())
            yield return file;
    }
}
