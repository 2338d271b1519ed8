using System.Collections.Concurrent;
using System.Globalization;
using Procurement;

namespace Risk.Populations;

/// <summary>
/// The whole store as of a moment: what a lot, a buyer or a supplier is compared with. It never changes, so that the same question has
/// the same answer; the next night brings another one. Safe for many threads.
/// </summary>
public sealed class Population
{
    internal const int RegionDigits = 2;    // of KATO: region or city of national significance
    internal const int MostRegions = 32;

    private readonly ConcurrentDictionary<Type, Lazy<object>> habits = [];
    private readonly Known<LotFact> lots;
    private readonly Known<DealFact> deals;
    private readonly ItemFact[] items;
    private readonly PriceFact[] prices;
    private readonly GroupIndex<LotFact> lotsByBuyer;
    private readonly GroupIndex<LotFact> lotsByPlan;
    private readonly GroupIndex<LotFact> lotsById;
    private readonly GroupIndex<DealFact> dealsByBuyer;
    private readonly GroupIndex<DealFact> dealsBySupplier;
    private readonly GroupIndex<BidFact> bidsByLot;
    private readonly GroupIndex<BidFact> bidsBySupplier;
    private readonly Dictionary<(long Enstru, ushort Unit), (int Start, int Count)> priceGroups;
    private readonly TraitFact[] traits;
    private readonly GroupIndex<TraitFact> traitsByFirm;
    private readonly Dictionary<Trait, int> frequencies;
    private readonly ILookup<long, UnfairListing> unfair;
    private readonly Lexicon lexicon;

    internal Population(PopulationTables tables, DateTimeOffset asOf, PopulationOrder order)
    {
        lexicon = tables.Lexicon;
        AsOf = asOf;
        Today = Numbers.Day(asOf);
        (lots, deals, items) = (order.Lots, order.Deals, order.Items);
        var ofBids = Task.Run(() => (order.Bids.By(static (in BidFact bid) => bid.LotId), order.Bids.By(static (in BidFact bid) => bid.Supplier)));
        lotsByBuyer = lots.By(static (in LotFact lot) => lot.Buyer);
        lotsByPlan = lots.By(static (in LotFact lot) => lot.PlanRoot);
        lotsById = lots.By(static (in LotFact lot) => lot.Id);
        dealsByBuyer = deals.By(static (in DealFact deal) => deal.Buyer);
        dealsBySupplier = deals.By(static (in DealFact deal) => deal.Supplier);
        prices = PriceRows.Of(Lots, lotsByPlan, Deals, items, Catalogue.Methods);
        priceGroups = PriceRows.Groups(prices);
        (bidsByLot, bidsBySupplier) = ofBids.Result;
        traits = [.. tables.Traits];
        Array.Sort(traits, static (one, other) => (one.Bin, one.Trait.Kind, one.Trait.Digest).CompareTo((other.Bin, other.Trait.Kind, other.Trait.Digest)));
        traitsByFirm = new(traits, [.. Enumerable.Range(0, traits.Length)], static (in TraitFact trait) => trait.Bin);
        frequencies = traits.CountBy(trait => trait.Trait).ToDictionary();
        unfair = UnfairListings.ToLookup(listing => Numbers.Bin(listing.SupplierBin));
    }

    /// <summary>Nothing dated later was looked at.</summary>
    public DateTimeOffset AsOf { get; }

    /// <summary>The day of <see cref="AsOf"/> in Astana (<see cref="DateOnly.DayNumber"/>).</summary>
    public int Today { get; }

    /// <summary>Names the population in findings: the day it was made as of.</summary>
    public string Version => AstanaTime.At(AsOf).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    public Catalogue Catalogue => lexicon.Catalogue;

    /// <summary>From when on it holds every lot, every contract; null while it holds only some.</summary>
    public DateOnly? LotsWholeFrom => lexicon.LotsWholeFrom;
    public DateOnly? ContractsWholeFrom => lexicon.ContractsWholeFrom;

    /// <summary>All lots that are not deleted, in order of publication; all attempts are among them.</summary>
    public Group<LotFact> Lots => lots.All;

    /// <summary>All contracts in their last version, in order of signature.</summary>
    public Group<DealFact> Deals => deals.All;
    public IReadOnlyList<Unit> Units => lexicon.Units.Things;
    public IReadOnlyList<Pack> Packs => lexicon.Packs.Things;
    public IReadOnlyList<string> BuyerKinds => lexicon.BuyerKinds.Things;

    /// <summary>Names of the grounds of methods by the portal's number [RefJustification.nameRu].</summary>
    public IReadOnlyDictionary<int, string> Justifications => lexicon.Justifications;
    public IEnumerable<UnfairListing> UnfairListings => lexicon.Unfair.Values.OrderBy(listing => listing.Id);
    public IEnumerable<long> Buyers => dealsByBuyer.Keys.Concat(lotsByBuyer.Keys).Distinct().Order();
    public IEnumerable<long> Suppliers => dealsBySupplier.Keys.Concat(bidsBySupplier.Keys).Distinct().Order();

    public Group<LotFact> LotsOf(long buyer) => lotsByBuyer.Of(buyer);

    /// <summary>Every attempt to buy one plan item.</summary>
    public Group<LotFact> AttemptsOf(long planRoot) => lotsByPlan.Of(planRoot);
    public Group<DealFact> DealsOf(long buyer) => dealsByBuyer.Of(buyer);
    public Group<DealFact> DealsWith(long supplier) => dealsBySupplier.Of(supplier);
    public Group<BidFact> BidsFor(long lotId) => bidsByLot.Of(lotId);
    public Group<BidFact> BidsBy(long supplier) => bidsBySupplier.Of(supplier);
    public ReadOnlySpan<ItemFact> ItemsOf(in DealFact deal) => items.AsSpan(deal.FirstItem, deal.ItemCount);

    /// <summary>The lot with an id; null when the population does not hold it.</summary>
    public LotFact? Lot(long id) => lotsById.Of(id) is { Count: > 0 } found ? found[0] : null;

    /// <summary>Every price of one thing in one unit, in order of day: agreed ones of competitive contracts, planned ones of lots.</summary>
    public ReadOnlySpan<PriceFact> Prices(long enstru, ushort unit)
    {
        var (start, count) = priceGroups.GetValueOrDefault((enstru, unit));
        return prices.AsSpan(start, count);
    }

    /// <summary>Every thing in every unit that has a price, in no order that means anything.</summary>
    internal IEnumerable<(long Enstru, ushort Unit)> PricedThings => priceGroups.Keys;

    public FirmFact? Firm(long bin) => lexicon.Firms.TryGetValue(bin, out var firm) ? firm : null;
    public IEnumerable<FirmFact> Firms => lexicon.Firms.Values.OrderBy(firm => firm.Bin);
    public IEnumerable<Trait> TraitsOf(long bin) => TraitRowsOf(bin).ToArray().Select(trait => trait.Trait);
    internal Group<TraitFact> TraitRowsOf(long bin) => traitsByFirm.Of(bin);

    /// <summary>The traits of all organisations, in no order that means anything.</summary>
    internal IEnumerable<TraitFact> Traits => traits;

    /// <summary>How many organisations have a trait.</summary>
    public int FrequencyOf(Trait trait) => frequencies.GetValueOrDefault(trait);
    public IEnumerable<UnfairListing> UnfairOf(long bin) => bin == 0 ? [] : unfair[bin];

    /// <summary>The number of a unit here; null when nothing is measured by it.</summary>
    public ushort? UnitOf(string? code, string? name) => code is null && name is null ? null : lexicon.Units.Find(Spelled(code, name));

    /// <summary>Regions of some places as bits, with 0 for those that nothing else here lies in.</summary>
    public uint RegionBits(IReadOnlyList<string> places)
    {
        ArgumentNullException.ThrowIfNull(places);
        var bits = 0u;
        foreach (var place in places)
            if (place.Length >= RegionDigits && lexicon.Regions.Find(place[..RegionDigits]) is { } known)
                bits |= BitOf(known);
        return bits;
    }

    /// <summary>The number of a pack here; null when nothing comes in it.</summary>
    internal ushort? PackOf(Pack pack) => lexicon.Packs.Find(pack);

    /// <summary>A lot as a fact of this population, whether or not it is among its lots.</summary>
    internal LotFact FactOf(Lot lot, in LotFact fact)
    {
        var own = LotsOf(fact.Buyer);

        return fact with
        {
            Unit = UnitOf(lot.UnitCode, lot.UnitName) ?? 0,
            Regions = RegionBits(lot.Places),
            BuyerKind = own.Count > 0 ? own[own.Count - 1].BuyerKind
                : (byte)(lexicon.BuyerKinds.Find(Catalogue.BuyerKinds.Of(lot.BuyerName) ?? "") ?? 0),
        };
    }

    /// <summary>What follows from all rows, worked out once when it is first asked for.</summary>
    public T Habit<T>(Func<Population, T> workOut)
        where T : class => (T)(habits.TryGetValue(typeof(T), out var known) ? known : Began(workOut)).Value;

    /// <summary>Works out beforehand what checks will ask for; seconds for a million lots.</summary>
    public void Prepare() => Habits.AllHabits.WorkOut(this);

    private Lazy<object> Began<T>(Func<Population, T> workOut)
        where T : class => habits.GetOrAdd(typeof(T), _ => new Lazy<object>(() => workOut(this)));

    /// <summary>Every region has a bit; were there ever more than the word has, the last ones would share one.</summary>
    internal static uint BitOf(ushort region) => region == 0 ? 0 : 1u << Math.Min(region - 1, MostRegions - 1);

    /// <summary>A unit is its code, else its name: the two spellings of one unit are not known to be the same.</summary>
    internal static Unit Spelled(string? code, string? name) =>
        code is not null ? new Unit(code, "") : new Unit(null, name!.Trim().ToUpperInvariant());
}
