using Procurement;

namespace Risk.Populations;

/// <summary>
/// What is remembered of the whole store, row by row, before it is put in order as of a moment. Filled by one pass over the store,
/// kept by forgetting what changed and adding it anew. Not for several threads.
/// </summary>
public sealed class PopulationTables(Catalogue catalogue)
{
    private readonly Dictionary<Bilingual, byte> kindsByName = [];

    internal Rows<LotFact> Lots { get; } = new();
    internal Rows<BidFact> Bids { get; } = new();
    internal Rows<DealFact> Deals { get; } = new();
    internal Rows<ItemFact> Items { get; } = new();
    internal Rows<ActFact> Acts { get; } = new();
    internal HashSet<TraitFact> Traits { get; } = [];

    internal Lexicon Lexicon { get; } = new(catalogue);
    internal Dictionary<long, FirmFact> Firms => Lexicon.Firms;
    internal Dictionary<long, UnfairListing> Unfair => Lexicon.Unfair;
    internal Dictionary<int, string> Justifications => Lexicon.Justifications;
    internal Numbered<Unit> Units => Lexicon.Units;
    internal Numbered<Pack> Packs => Lexicon.Packs;
    internal Numbered<string> BuyerKinds => Lexicon.BuyerKinds;
    internal Numbered<string> Regions => Lexicon.Regions;

    public Catalogue Catalogue => catalogue;

    /// <summary>How many lots were added, deleted ones among them.</summary>
    public int LotCount => Lots.Count;

    /// <summary>Subjects of contracts that are still there.</summary>
    internal int LiveItems
    {
        get
        {
            var count = 0;
            foreach (ref readonly var deal in Deals.Span)
                count += deal.ItemCount;
            return count;
        }
    }

    /// <summary>From when on the store holds every lot, every contract; null while it holds only some.</summary>
    public DateOnly? LotsWholeFrom
    {
        get => Lexicon.LotsWholeFrom;
        set => Lexicon.LotsWholeFrom = value;
    }

    public DateOnly? ContractsWholeFrom
    {
        get => Lexicon.ContractsWholeFrom;
        set => Lexicon.ContractsWholeFrom = value;
    }

    /// <summary>Makes room for a whole store at once: how many lots, bids, versions of contracts, their subjects and acts are to come.</summary>
    public void Expect(int lots, int bids, int contracts, int items, int acts)
    {
        Lots.Expect(lots);
        Bids.Expect(bids);
        Deals.Expect(contracts);
        Items.Expect(items);
        Acts.Expect(acts);
    }

    public void Add(Lot lot) => Add(LotEntry.Of(lot, catalogue));

    public void Add(LotEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var lot = entry.Lot;
        Lots.Add(entry.Fact with
        {
            BuyerKind = KindOf(lot.BuyerName),
            Unit = UnitOf(lot.UnitCode, lot.UnitName),
            Pack = Packs.Of(entry.Pack),
            Regions = RegionsOf(lot.Places),
        });
    }

    public void Add(Bid bid)
    {
        ArgumentNullException.ThrowIfNull(bid);
        foreach (var offer in bid.Lots)
            Bids.Add(new BidFact
            {
                LotId = offer.LotId,
                BidId = bid.Id,
                Supplier = Numbers.Bin(bid.SupplierBin),
                AmountTiyn = Numbers.Tiyn(offer.DiscountedAmount ?? offer.Amount),
                Outcome = catalogue.OutcomeOf(offer),
                Day = Numbers.Day(bid.HandedIn),
            });
        Remember(bid.SupplierBin, bid.Traits);
    }

    public void Add(Contract contract) => Add(ContractEntry.Of(contract, catalogue));

    public void Add(ContractEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var contract = entry.Contract;
        var day = Numbers.Day(ContractChains.DateOf(contract));
        Deals.Add(new DealFact
        {
            Id = contract.Id,
            Root = contract.RootId ?? contract.Id,
            Version = ContractChains.VersionOf(contract),
            AnnouncementId = contract.AnnouncementId ?? 0,
            Buyer = Numbers.Bin(contract.BuyerBin),
            Supplier = Numbers.Bin(contract.SupplierBin),
            Day = day,
            Year = contract.FinancialYear ?? (day > 0 ? DateOnly.FromDayNumber(day).Year : 0),
            SumTiyn = Numbers.Tiyn(contract.Sum),
            Method = (short)(contract.MethodId ?? 0),
            Subject = (byte)(contract.SubjectType ?? 0),
            Status = (short)(contract.StatusId ?? 0),
            PlannedEnd = Numbers.Day(contract.PlannedEnd),
            Done = Numbers.Day(contract.Done),
            CancelReason = contract.CancelReasonId ?? 0,
            IsDeleted = contract.IsDeleted,
            FirstItem = Items.Count,
            ItemCount = contract.Items.Count,
        });
        for (var place = 0; place < contract.Items.Count; place++)
            Items.Add(ItemOf(contract.Items[place], entry.Packs[place]));
        Remember(contract.SupplierBin, contract.SupplierTraits);
    }

    public void Add(Act act)
    {
        ArgumentNullException.ThrowIfNull(act);
        if (!act.IsDeleted && act.Revoked is null && (act.ContractRootId ?? act.ContractId) is { } root)
            Acts.Add(new ActFact
            {
                Id = act.Id,
                Root = root,
                Approved = Numbers.Day(act.Approved),
                DaysLate = act.DaysLate ?? 0,
                FineTiyn = Numbers.Tiyn(act.Fine),
            });
    }

    public void Add(Organisation organisation)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        var number = Numbers.Bin(organisation.Bin);
        Firms[number] = new FirmFact
        {
            Bin = number,
            Registered = Numbers.Day(organisation.Registered),
            Parent = Numbers.Bin(organisation.ParentBin),
            IsMonopoly = organisation.IsMonopoly,
            IsSupplier = organisation.IsSupplier ?? false,
            Regions = RegionsOf(organisation.Places),
            Size = organisation.Size ?? 0,
        };
        Remember(organisation.Bin, organisation.Traits);
    }

    public void Add(UnfairListing listing)
    {
        ArgumentNullException.ThrowIfNull(listing);
        Unfair[listing.Id] = listing;
    }

    /// <summary>Only the names of grounds [RefJustification] are of use here.</summary>
    public void Add(Reference reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        if (reference is { Table: "RefJustification", Name.Ru: { } name })
            Justifications[(int)reference.Id] = name;
    }

    /// <summary>Takes out the rows of documents that are to be added anew.</summary>
    public void Forget(IReadOnlySet<long> lots, IReadOnlySet<long> bids, IReadOnlySet<long> contracts, IReadOnlySet<long> acts)
    {
        Lots.RemoveAll(lot => lots.Contains(lot.Id));
        Bids.RemoveAll(bid => bids.Contains(bid.BidId));
        Deals.RemoveAll(deal => contracts.Contains(deal.Id));    // their items stay behind unread until the tables are saved
        Acts.RemoveAll(act => acts.Contains(act.Id));
    }

    /// <summary>
    /// The population as of a moment. It reads the rows of these tables, which go their own way when they are changed later; of firms,
    /// traits, listings and names it sees the changes.
    /// </summary>
    public Population AsOf(DateTimeOffset moment) => new(this, moment, PopulationOrder.Of(this, moment));

    private ItemFact ItemOf(ContractItem item, Pack pack) => new()
    {
        LotId = item.LotId ?? 0,
        PlanItemId = item.PlanItemId ?? 0,
        Enstru = EnstruCode.Of(item.Enstru),
        Unit = UnitOf(item.UnitCode, item.UnitName),
        Pack = Packs.Of(pack),
        PriceTiyn = Numbers.Tiyn(item.UnitPrice),
        Quantity = (float)(item.Quantity ?? 0),
        SumTiyn = Numbers.Tiyn(item.Sum ?? (item.UnitPrice * item.Quantity)),
        Justification = item.JustificationId ?? 0,
        Regions = RegionsOf(item.Places),
    };

    private ushort UnitOf(string? code, string? name) =>
        code is null && name is null ? (ushort)0 : Units.Of(Population.Spelled(code, name));

    /// <summary>Buyers repeat, so that each name is read once.</summary>
    private byte KindOf(Bilingual name)
    {
        if (name.IsEmpty)
            return 0;
        if (!kindsByName.TryGetValue(name, out var kind))
            kindsByName[name] = kind = (byte)BuyerKinds.Of(catalogue.BuyerKinds.Of(name) ?? "");
        return kind;
    }

    private uint RegionsOf(IReadOnlyList<string> places)
    {
        var bits = 0u;
        foreach (var place in places)
            if (place.Length >= Population.RegionDigits)
                bits |= Population.BitOf(Regions.Of(place[..Population.RegionDigits]));
        return bits;
    }

    private void Remember(string? bin, IReadOnlyList<Trait> traits)
    {
        if (bin is null)
            return;
        foreach (var trait in traits)
            Traits.Add(new TraitFact(Numbers.Bin(bin), trait));
    }
}
