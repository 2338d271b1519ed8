namespace Fakes.Invented;

/// <summary>One run of inventing: who there is, and which objects go to the file in which order.</summary>
internal sealed class Run
{
    private const int LotsPerBuyer = 60, LotsPerSupplier = 25, MostBuyers = 25_000, MostSuppliers = 60_000;

    private readonly InventOptions options;
    private readonly JsonLines lines;
    private readonly OrganisationObjects organisations;
    private readonly AnnouncementObjects announcements;
    private readonly LotObjects lots;
    private readonly ContractObjects contracts;

    public Run(InventOptions options, JsonLines lines)
    {
        (this.options, this.lines) = (options, lines);
        organisations = new OrganisationObjects(lines);
        announcements = new AnnouncementObjects(lines, organisations);
        lots = new LotObjects(lines, announcements, organisations);
        contracts = new ContractObjects(lines, lots);
        var buyers = Math.Clamp(options.Lots / LotsPerBuyer, 40, MostBuyers);
        var suppliers = Math.Clamp(options.Lots / LotsPerSupplier, 80, MostSuppliers);
        Stage = new Stage(new Organisations(options.Seed, buyers, suppliers, options.From),
            options.To.ToDateTime(new TimeOnly(23, 59, 59)));
        Procedures = new Procedures(Stage);
    }

    public Stage Stage { get; }
    public Procedures Procedures { get; }
    public Invention.Count Count { get; } = new();

    /// <summary>When the purchase is published that follows so many lots: time passes evenly.</summary>
    public DateTime Moment(int lotsBefore)
    {
        var first = options.From.ToDateTime(TimeOnly.MinValue);
        var minutes = (long)(options.To.DayNumber - options.From.DayNumber) * 1440;
        return first.AddMinutes(minutes * lotsBefore / options.Lots);
    }

    /// <summary>Reference tables, organisations, the register of unfair participants.</summary>
    public void Begin()
    {
        if (Wants(Kinds.References))
            References.Write(lines);
        var everybody = Stage.Organisations;
        foreach (var organisation in everybody.Buyers.Concat(everybody.Suppliers))
            Write(organisation);
        var dice = new Dice(options.Seed, ulong.MaxValue);
        var everySoMany = Math.Max(20, everybody.Suppliers.Count / 300);
        for (var i = 7; i < everybody.Suppliers.Count; i += everySoMany)
        {
            var from = options.From.AddDays(-dice.Between(30, 1000));
            Write(new Listing(Stage.Ids.Listing(), everybody.Suppliers[i], everybody.SomeBuyer(dice), from, from.AddMonths(24)));
        }
    }

    public void Write(Bundle bundle)
    {
        foreach (var newcomer in bundle.Newcomers)
            Write(newcomer);
        foreach (var listing in bundle.Listings)
            Write(listing);
        foreach (var plan in bundle.LonePlans)
            Write(plan);
        var seen = new HashSet<long>();
        foreach (var purchase in bundle.Purchases)
            Write(purchase, seen);
        foreach (var deal in bundle.Deals)
            Write(deal);
        if (Wants(Kinds.Journal))
            foreach (var removal in bundle.Removals.Where(removal => removal.At <= Stage.Now))
                contracts.Removal(removal);
        if (bundle.Planted.Count > 0)
            Count.PlantedLots += bundle.Lots;
        else
            Count.Lots += bundle.Lots;
    }

    private void Write(Purchase purchase, HashSet<long> seen)
    {
        Count.Announcements++;
        foreach (var lot in purchase.Lots)
            if (seen.Add(lot.Plan.Id))
                Write(lot.Plan);
        if (Wants(Kinds.Announcements))
            announcements.Line(purchase);
        if (Wants(Kinds.Lots))
            foreach (var lot in purchase.Lots)
                lots.Lot(lot, purchase);
        Count.Bids += purchase.Applications.Count;
        if (Wants(Kinds.Bids) && purchase.Results is not null)
            foreach (var application in purchase.Applications)
                announcements.Application(application, purchase);
    }

    private void Write(Deal deal)
    {
        Count.Contracts++;
        if (Wants(Kinds.Contracts))
            contracts.Line(deal);
        if (Wants(Kinds.Acts))
            foreach (var act in deal.Acts)
                contracts.Act(act, deal);
    }

    private void Write(PlanRow plan)
    {
        if (Wants(Kinds.Plans))
            lots.Plan(plan);
    }

    private void Write(Organisation organisation)
    {
        Count.Organisations++;
        if (Wants(Kinds.Organisations))
            organisations.Line(organisation);
    }

    private void Write(Listing listing)
    {
        if (Wants(Kinds.Unfair))
            organisations.Listing(listing);
    }

    private bool Wants(Kinds kind) => (options.Only & kind) != 0;
}
