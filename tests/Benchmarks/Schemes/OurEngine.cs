using System.Globalization;
using Procurement;
using Risk;
using Risk.Populations;

namespace Benchmarks.Schemes;

/// <summary>The engine that citizens get, over a market that is held in memory instead of a store.</summary>
internal sealed class OurEngine : IEngine
{
    public string Name => "ours";

    public IEnumerable<Verdict> Judge(Market market)
    {
        var catalogue = Catalogue.Current with
        {
            BidStatuses = Catalogue.Current.BidStatuses.With(new Dictionary<string, BidOutcome> { [Ways.Rejected] = BidOutcome.Rejected }),
        };
        var population = Compared(market, catalogue);
        var desk = new CaseDesk(market, population);
        var rates = new BaseRates(catalogue.Version, population.Version);
        foreach (var file in desk.Files().Where((_, place) => place % 20 == 0))
            rates.Count(RiskCheck.Run(file, catalogue));
        var muted = rates.MutedCodes(BaseRates.UsualMost, 200, new HashSet<string>());
        Console.WriteLine($"muted: {string.Join(' ', muted)}; fired of evaluable: "
            + string.Join(", ", rates.Rates.Where(rate => rate.Value.Evaluable > 0).Select(rate => $"{rate.Key} {rate.Value.Fired}/{rate.Value.Evaluable}")));

        return desk.Files().AsParallel().AsOrdered().Select(file => (file, report: RiskCheck.Run(file with { Muted = muted }, catalogue)))
            .Where(judged => judged.report.Signs.Count > 0).Select(judged => VerdictOf(judged.file.Lot, judged.report)).ToList();
    }

    private static Verdict VerdictOf(Lot lot, RiskReport report) => new(
        lot.Id < 0 ? Subject.Contract(-lot.Id) : Subject.Lot(lot.Id), (int)report.Level, report.Order,
        [.. report.Signs.Select(sign => new Sign(sign.Code, sign.Tier, sign.Strength,
            string.Create(CultureInfo.InvariantCulture, $"{sign.Variant} {sign.Value:0.###}/{sign.Threshold:0.###}")))]);

    private static Population Compared(Market market, Catalogue catalogue)
    {
        var tables = new PopulationTables(catalogue) { LotsWholeFrom = new(2025, 1, 1), ContractsWholeFrom = new(2025, 1, 1) };
        market.References.ForEach(tables.Add);
        market.Organisations.ForEach(tables.Add);
        market.UnfairListings.ForEach(tables.Add);
        market.Lots.ForEach(tables.Add);
        market.Bids.ForEach(tables.Add);
        market.Contracts.ForEach(tables.Add);
        market.Acts.ForEach(tables.Add);
        return tables.AsOf(market.AsOf);
    }
}
