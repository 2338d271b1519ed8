using Procurement;
using Risk;

namespace Library.Tests.Risk;

/// <summary>Cases about money: prices, volumes, needs, meals, construction.</summary>
internal static class CasesA
{
    public static IEnumerable<CaseFile> All() => [.. Prices(), .. Volumes(), .. CasesOfNeed.All(), .. CasesOfSectors.All()];

    private static IEnumerable<CaseFile> Prices()
    {
        var dear = Given.File(Given.Lot() with { UnitPrice = 500 });
        var peers = Given.Peers(Given.Level(100));
        var old = peers.Select(peer => peer with { SignedAt = Given.AsOf.AddMonths(-13) });
        var near = peers.Select(peer => peer.Of(item => item with { Places = [Given.Place] }));

        foreach (var group in new[] { peers, old, near })
        {
            yield return dear.In(new World { Contracts = [.. group] });
            yield return dear.In(new World { Lots = [.. group.Select(Given.Planned)] });
        }
    }

    private static IEnumerable<CaseFile> Volumes()
    {
        var direct = new[] { Given.Direct(1, 300_000), Given.Direct(2, 300_000) };
        yield return Given.File().In(new World { Contracts = direct, References = Given.GroundNames });
        yield return Given.File().In(new World { Contracts = [.. direct.Select(one => one.Of(item => item with { JustificationId = null }))] });
        yield return Given.File().In(new World
        {
            Lots = [Given.Lot() with { Id = 2, Number = "85000002-ЗЦП1", Amount = 34_000_000 }],
        });
        yield return Given.File(Given.Lot() with { Amount = 33_000_000 }).In(new World
        {
            Lots = [.. Enumerable.Range(2, 4).Select(JustUnderTheLimit), .. NationalHabit(90, 10)],
        });
    }

    private static Lot JustUnderTheLimit(int i) =>
        Given.Lot() with { Id = i, Number = $"8500000{i}-ЗЦП1", Amount = 33_000_000, Places = [$"35{i}000000"] };

    /// <summary>Purchases of other buyers at 85 % and at 95 % of the limit of price proposals.</summary>
    public static IEnumerable<Lot> NationalHabit(int below, int near) => Enumerable.Range(0, below + near).Select(i => Given.Lot() with
    {
        Id = 10_000 + i,
        Number = $"{70_000_000 + i}-ЗЦП1",
        BuyerBin = $"1000000{i:00000}",
        Amount = (i < below ? 0.85m : 0.95m) * 8000 * 4325,
    });
}
