using Procurement;
using Risk;

namespace Library.Tests.Risk;

/// <summary>Purchases that were made already, that nobody of the kind makes, that are far larger than ever.</summary>
internal static class CasesOfNeed
{
    public const string Strange = "310011.700.000000";

    public static IEnumerable<CaseFile> All() => [Twice(), Rare(), More(), Luxury()];

    public static CaseFile Twice()
    {
        var lot = Given.Lot() with { Amount = 2_000_000, Details = new("Бумага белая, плотность 80 г, формат А4", null) };
        return Given.File(lot).In(new World { Lots = [lot with { Id = 2, Number = "85000002-ЗЦП1", AnnouncementId = 16400000 }] });
    }

    /// <summary>What no other school bought.</summary>
    public static CaseFile Rare(int schools = 200, int like = 0, decimal amount = 2_162_500) =>
        Given.File(Given.Lot() with { Enstru = Strange, Amount = amount }).In(new World
        {
            WholeFrom = new(2023, 1, 1),
            Lots = [.. Enumerable.Range(0, schools).Select(i => School(i) with { Enstru = i < like ? Strange : Given.Code })],
        });

    /// <summary>Ten thousand where a thousand was bought in each of three years.</summary>
    public static CaseFile More(Func<Lot, Lot>? change = null, decimal before = 1000, decimal others = 500) =>
        Given.File((change ?? (lot => lot))(Given.Lot())).In(new World
        {
            WholeFrom = new(2023, 1, 1),
            Lots =
            [
                .. Enumerable.Range(0, 90).Select(i => School(i) with { Count = others }),
                .. Enumerable.Range(2023, 3).Select(year => Given.Lot() with
                {
                    Id = year,
                    Number = $"{80_000_000 + year}-ЗЦП1",
                    Count = before,
                    Published = Given.Astana(year, 3, 1),
                }),
            ],
        });

    public static CaseFile Luxury() => Given.Compared(Given.Lot() with { Enstru = "321213.300.000001" });

    public static Lot School(int i) => Given.Lot() with
    {
        Id = 20_000 + i,
        Number = $"{60_000_000 + i}-ЗЦП1",
        BuyerBin = $"2000000{i:00000}",
    };
}
