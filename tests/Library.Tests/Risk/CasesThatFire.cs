using Procurement;
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

        var dear = Given.Lot() with { UnitPrice = 500 };
        var peers = Given.Peers([.. Enumerable.Repeat(100m, 12)]);
        var old = peers.Select(peer => peer with { Date = Given.AsOf.AddMonths(-13) });
        var near = peers.Select(peer => peer with { Places = [Given.Place] });

        foreach (var group in new[] { peers, old, near })
        {
            yield return Given.File(dear) with { Peers = [.. group] };
            yield return Given.File(dear) with { Peers = [.. group.Select(peer => peer with { Basis = PriceBasis.Planned })] };
        }

        var direct = new[] { Given.Direct(1, 300_000), Given.Direct(2, 300_000) };
        yield return Given.File() with { BuyerContracts = direct, Grounds = Given.Grounds };
        var groundless = direct.Select(contract => contract with { Items = [contract.Items[0] with { JustificationId = null }] });
        yield return Given.File() with { BuyerContracts = [.. groundless] };
        yield return Given.File(Given.Lot() with { BidsDue = Given.Astana(2026, 2, 25) });
        yield return Given.File(Given.Lot() with { MethodId = 120 });
        yield return Given.File() with { BuyerLots = [Given.Lot() with { Id = 2, Number = "85000002-ЗЦП1", Amount = 34_000_000 }] };
        yield return Given.File(Given.Lot() with { Amount = 33_000_000 }) with
        {
            BuyerLots = [.. Enumerable.Range(2, 4).Select(JustUnderTheLimit)],
            NearLimits = new Dictionary<decimal, NearLimit> { [8000] = new(90, 10) },
        };
        yield return Given.File(Given.Lot() with { Details = new("Ноутбук Lenovo", null), Amount = 10_000_000 });
        yield return Given.File(Given.Lot() with { Details = new("Ноутбук Lеnovo", null) });
        foreach (var file in CasesD.All())
            yield return file;
        foreach (var file in CasesC.All())
            yield return file;
    }

    private static Lot JustUnderTheLimit(int i) =>
        Given.Lot() with { Id = i, Number = $"8500000{i}-ЗЦП1", Amount = 33_000_000, Places = [$"35{i}000000"] };
}
