using Procurement;

namespace Benchmarks.Schemes;

/// <summary>
/// The register of a made-up country, 2025-01 to 2026-09, the same for the same seed: everyday purchases, innocent things that look
/// suspicious, and twelve planted schemes of fifty instances. Records come purchase by purchase in the order of their days, so that
/// a million lots need not be held.
/// </summary>
internal sealed class Country
{
    public const int InstancesOfAScheme = 50;
    private const int LeastOfAConfounder = 640;    // some find no buyer with room under its limits
    private const int LotsForAConfounder = 300;

    private readonly Stage stage;
    private readonly Script script = new();
    private readonly Ordinary ordinary;
    private readonly int lots;

    /// <param name="seed">The same seed gives the same records.</param>
    /// <param name="lots">About so many lots; planted ones and confounders are among them, so 30,000 at least to be realistic.</param>
    /// <param name="terrain">How it scatters; the usual one when not given.</param>
    public Country(long seed, int lots, Terrain? terrain = null)
    {
        this.lots = lots;
        terrain ??= Terrain.Usual;
        stage = new Stage(new World(seed, Math.Max(terrain.LeastBuyers, lots / terrain.LotsOfABuyer), terrain));
        ordinary = new Ordinary(stage);
    }

    public IReadOnlyList<Planted> Planted => stage.Planted;
    public IReadOnlyDictionary<Subject, Confounders> Confounders => stage.Confounders;

    /// <summary>The whole register in memory, with its labels.</summary>
    public static Market Make(long seed, int lots, Terrain? terrain = null)
    {
        var country = new Country(seed, lots, terrain);
        var market = new Market { Seed = seed, AsOf = Days.AsOf, Planted = country.stage.Planted, Confounders = country.stage.Confounders };
        foreach (var record in country.Records())
            market.Add(record);

        return market;
    }

    /// <summary>
    /// Reference tables first, then each purchase: plan, announcement, lots, bids, contracts with acts; firms and the register of the
    /// unfair at the end, as plots add to them. To be read once.
    /// </summary>
    public IEnumerable<object> Records()
    {
        Plant();
        new Innocents(stage, script, ordinary).Prepare(Math.Max(LeastOfAConfounder, lots / LotsForAConfounder));
        foreach (var reference in References())
            yield return reference;
        foreach (var buyer in stage.World.Buyers)
            yield return buyer.Organisation;
        var written = 0;
        foreach (var record in Purchases(() => written))
        {
            written += record is Lot ? 1 : 0;
            yield return record;
        }

        foreach (var supplier in stage.World.Suppliers)
            yield return supplier.Organisation;
        foreach (var listing in stage.Unfair)
            yield return listing;
    }

    private IEnumerable<object> Purchases(Func<int> written)
    {
        var whole = Days.Worked().Sum(Days.Weight);
        var passed = 0.0;
        foreach (var day in Days.Worked())
        {
            while (script.Due(day) is { } happens)
            {
                happens(day);
                foreach (var record in stage.Desk.Take())
                    yield return record;
            }

            passed += Days.Weight(day);
            while (written() < lots * passed / whole)
            {
                ordinary.Announce(day);
                foreach (var record in stage.Desk.Take())
                    yield return record;
            }
        }
    }

    private void Plant()
    {
        Plot[] plots =
        [
            new OverpricedPlot(stage, script), new SplitDirectPlot(stage, script),
                new SingleSourcePlot(stage, script), new LinkedPlot(stage, script),
            new RejectedPlot(stage, script), new VolumeCutPlot(stage, script),
                new RaisedPlot(stage, script), new SparringPlot(stage, script),
            new BrandPlot(stage, script), new SpeedPlot(stage, script), new UnfairPlot(stage, script), new BoughtTwicePlot(stage, script),
        ];
        foreach (var plot in plots)
            for (var i = 0; i < InstancesOfAScheme; i++)
                plot.Plant(i);
    }

    /// <summary>Grounds of direct contracts by the law's words, and the words for what became of a bid.</summary>
    private static IEnumerable<Reference> References()
    {
        (int Id, string Name)[] grounds =
        [
            (Ways.NaturalMonopoly, "приобретения услуг, относящихся к сферам естественных монополий, а также услуг энергоснабжения"),
            (Ways.SmallVolume,
                "приобретения однородных товаров, если годовой объем таких однородных товаров в стоимостном "
                + "выражении не превышает стократного размера месячного расчетного показателя, работ и услуг, если годовой объем "
                + "не превышает пятисоткратного размера, "
                + "а для аппаратов акимов сельских округов четырехтысячекратного размера"),
        ];
        foreach (var (id, name) in grounds)
            yield return new Reference { Table = "RefJustification", Id = id, Name = new Bilingual(name, null) };
        for (var i = 0; i < Ways.Statuses.Length; i++)
            yield return new Reference { Table = "RefAppStatus", Id = i + 1, Name = new Bilingual(Ways.Statuses[i], null) };
    }
}
