using Procurement;
using Risk.Populations;

namespace Library.Tests.Risk;

/// <summary>A population told in words: two that are told alike are the same, whatever numbers they keep their units and regions by.</summary>
internal static class PopulationSameness
{
    public static readonly string[] Places = ["351010000", "711010000", "751010000"];

    public static IReadOnlyList<string> Told(Population population)
    {
        var told = new List<string>();
        foreach (var lot in population.Lots.ToArray())
        {
            told.Add($"{lot with { Unit = 0, Pack = 0, Regions = 0, BuyerKind = 0 }} {population.Units[lot.Unit]} {population.Packs[lot.Pack]} "
                + $"{population.BuyerKinds[lot.BuyerKind]} {Regions(population, lot.Regions)}");
            told.AddRange(population.BidsFor(lot.Id).ToArray().Select(bid => $"{bid}"));
            told.AddRange(population.AttemptsOf(lot.PlanRoot).ToArray().Select(attempt => $"{attempt.Id} of {lot.PlanRoot}"));
            if (lot.Unit != 0)
                told.AddRange(population.Prices(lot.Enstru, lot.Unit).ToArray().Select(price =>
                    $"{price with { Unit = 0, Pack = 0, Regions = 0 }} {population.Packs[price.Pack]} {Regions(population, price.Regions)}"));
        }

        foreach (var deal in population.Deals.ToArray())
        {
            told.Add($"{deal with { FirstItem = 0 }}");
            foreach (var item in population.ItemsOf(deal).ToArray())
                told.Add($"{item with { Unit = 0, Pack = 0, Regions = 0 }} {population.Units[item.Unit]} {Regions(population, item.Regions)}");
        }

        told.AddRange(population.Buyers.Select(buyer => $"{buyer}: {population.LotsOf(buyer).Count} {population.DealsOf(buyer).Count}"));
        told.AddRange(population.Suppliers.Select(supplier =>
            $"{supplier}: {population.DealsWith(supplier).Count} {population.BidsBy(supplier).Count} {string.Join(' ', population.TraitsOf(supplier))}"));
        told.AddRange(population.Firms.Select(firm => $"{firm with { Regions = 0 }} {Regions(population, firm.Regions)}"));
        told.AddRange(population.UnfairListings.Select(listing => $"{listing.Id} {listing.SupplierBin} {listing.SupplierName.Ru} {listing.Grounds.Count}"));
        told.AddRange(population.Justifications.OrderBy(pair => pair.Key).Select(pair => $"{pair}"));
        told.Add($"{population.LotsWholeFrom} {population.ContractsWholeFrom} {population.Version}");
        return told;
    }

    private static string Regions(Population population, uint bits) =>
        string.Join(' ', Places.Where(place => (population.RegionBits([place]) & bits) != 0));

    /// <summary>A small country: attempts, versions, bids, acts, firms with traits, listings, a ground.</summary>
    public static World Country(int seed)
    {
        var dice = new Random(seed);
        var lots = Enumerable.Range(1, 12).Select(id => Given.Lot() with
        {
            Id = id,
            Number = $"{85000000 + (id / 2)}-ЗЦП{1 + (id % 2)}",
            BuyerBin = BuyerWorlds.School(dice.Next(3)),
            UnitCode = dice.Next(2) == 0 ? "796" : "778",
            Details = new(dice.Next(2) == 0 ? "Бумага 500 листов" : "Бумага белая", null),
            Places = [Places[dice.Next(3)]],
            Published = Given.Astana(2026, 1, 1 + dice.Next(20)),
            StatusId = dice.Next(4) == 0 ? 410 : 360,
            UnitPrice = dice.Next(90, 110),
        }).ToList();
        var contracts = Enumerable.Range(1, 12).Select(id => BuyerWorlds.Contract(dice.Next(3), id, $"20000000000{dice.Next(4)}", dice.Next(1, 1000), Given.Astana(2026, 1, 1 + dice.Next(28))) with
        {
            Id = id,
            RootId = 1 + (id / 2),
            Number = $"{Given.Buyer}/26/{id % 2:00}",
            Items = [.. Enumerable.Range(0, dice.Next(1, 4)).Select(i => new ContractItem { LotId = id, Enstru = Given.Code, UnitPrice = 90 + i, Quantity = 5, UnitCode = i == 0 ? "796" : "112", Places = [Places[dice.Next(3)]] })],
        }).ToList();

        return new World
        {
            Lots = lots,
            Contracts = contracts,
            Bids = [.. Enumerable.Range(1, 20).Select(id => new Bid
            {
                Id = id,
                AnnouncementId = 7,
                SupplierBin = $"20000000000{dice.Next(4)}",
                HandedIn = Given.Astana(2026, 1, 1 + dice.Next(28)),
                Lots = [new BidLot { LotId = dice.Next(1, 13), Amount = dice.Next(1, 100), StatusName = "Подано" }, new BidLot { LotId = dice.Next(1, 13), Amount = dice.Next(1, 100) }],
            })],
            Acts = [.. Enumerable.Range(1, 8).Select(id => new Act { Id = id, ContractId = id, ContractRootId = 1 + (id / 2), Approved = Given.Astana(2026, 2, id), DaysLate = dice.Next(9), Fine = dice.Next(9) })],
            Organisations = [.. Enumerable.Range(0, 4).Select(i => new Organisation
            {
                Bin = $"20000000000{i}",
                Places = [Places[i % 3]],
                Registered = Given.Astana(2020, 1, 1),
                Traits = [Trait.Of(TraitKind.Phone, $"8727123450{i % 2}")!.Value, Trait.Of(TraitKind.Email, $"person{i}@example.kz")!.Value],
            })],
            Unfair = [new UnfairListing { Id = 3, SupplierBin = "200000000001", SupplierName = new("ТОО", null), Grounds = [new UnfairGround { Head = Trait.Of(TraitKind.Head, "somebody"), FounderBins = ["200000000002"] }] }, new UnfairListing { Id = 1 }],
            References = [new Reference { Table = "RefJustification", Id = 28, Name = new("малый объём", null) }],
        };
    }
}
