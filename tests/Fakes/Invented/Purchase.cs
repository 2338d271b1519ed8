namespace Fakes.Invented;

/// <summary>One announcement with everything that came of it, in portal time; the writers make the portal's objects of it.</summary>
internal sealed class Purchase
{
    public required long Id { get; init; }
    public required Organisation Buyer { get; init; }
    public required Method Method { get; init; }
    public required DateTime Published { get; set; }
    public required DateTime Start { get; set; }
    public required DateTime End { get; set; }

    /// <summary>When the results were published; null where they are not out.</summary>
    public DateTime? Results { get; set; }
    public DateTime? DiscussionFrom { get; set; }
    public DateTime? DiscussionUntil { get; set; }
    public DateTime? Cancelled { get; set; }
    public long? ParentId { get; set; }
    public int Attempt { get; set; } = 1;
    public int Status { get; set; }
    public string? TitleRu { get; set; }
    public string? TitleKz { get; set; }
    public Organisation? Invited { get; set; }
    public List<LotOffer> Lots { get; } = [];
    public List<Application> Applications { get; } = [];
    public List<Deal> Deals { get; } = [];
    public DateTime Updated { get; set; }
    public decimal Sum => Lots.Sum(lot => lot.Amount);
}

/// <summary>A lot, with the plan item behind it.</summary>
internal sealed class LotOffer
{
    public required long Id { get; init; }
    public required PlanRow Plan { get; init; }
    public required string Number { get; init; }
    public required decimal Count { get; init; }
    public required decimal Price { get; init; }
    public decimal Amount => Plan.Amount;
    public int Status { get; set; }
    public bool WithoutPlaces { get; set; }
    public bool WithoutPlan { get; set; }
    public bool IsDeleted { get; set; }
    public Thing Thing => Plan.Thing;
    public decimal? WonPrice { get; set; }
}

/// <summary>A row of a buyer's yearly plan; an edit makes another id with the same root.</summary>
internal sealed class PlanRow
{
    public required long Id { get; set; }
    public required long Root { get; init; }
    public required Organisation Buyer { get; init; }
    public required Thing Thing { get; init; }
    public required decimal Count { get; set; }
    public required decimal Price { get; set; }
    public required int MethodId { get; init; }
    public required DateTime Created { get; init; }
    public required Place Place { get; init; }
    public int Year { get; init; }
    public int JustificationId { get; set; }
    public string? DetailsRu { get; set; }
    public string? DetailsKz { get; set; }

    /// <summary>The catalogue's Kazakh as the portal gives it: itself, the Russian again, or nothing.</summary>
    public string? NameKz { get; init; }
    public string? DescriptionKz { get; init; }

    /// <summary>What it was before the last edit; null when it was never edited.</summary>
    public (long Id, decimal Count, decimal Price, DateTime Created)? Before { get; set; }
    public decimal Amount => decimal.Round(Count * Price, 2);
}

/// <summary>One supplier's application to an announcement.</summary>
internal sealed record Application(long Id, Organisation Supplier, DateTime HandedIn)
{
    public List<Offer> Offers { get; } = [];
}

/// <summary>A price for one lot.</summary>
internal sealed record Offer(long Id, LotOffer Lot, decimal Price)
{
    public int Status { get; set; } = Submitted;
    public decimal DiscountPercent { get; init; }
    public decimal Amount => decimal.Round(Price * Lot.Count, 2);

    /// <summary>The portal shows the words; these ids are ours.</summary>
    public const int Submitted = 1, Won = 2, Second = 3, Rejected = 4;
}

/// <summary>A contract in one of its versions.</summary>
internal sealed class Deal
{
    public required long Id { get; init; }
    public required long Root { get; init; }
    public long Parent { get; init; }
    public required Organisation Buyer { get; init; }
    public required Organisation Supplier { get; init; }
    public Purchase? Purchase { get; init; }
    public required string Number { get; init; }
    public required DateTime Created { get; init; }
    public DateTime? Signed { get; set; }
    public required DateTime PlannedEnd { get; set; }
    public DateTime? Done { get; set; }
    public required int MethodId { get; init; }
    public int Status { get; set; }
    public int Type => Parent == 0 ? 1 : 2;
    public IReadOnlyList<int> Grounds { get; set; } = [0];
    public List<DealUnit> Units { get; } = [];
    public List<Handover> Acts { get; } = [];
    public decimal Sum => Units.Sum(unit => unit.Sum);
    public DateTime Updated { get; set; }

    /// <summary>Percent of value added tax on it: 12, from 2026 16, or 0.</summary>
    public int VatPercent => !Supplier.IsVatPayer ? 0 : Created.Year >= 2026 ? 16 : 12;
}

/// <summary>One subject of a contract.</summary>
internal sealed record DealUnit(long Id, long LotId, PlanRow Plan, decimal Price, decimal Quantity)
{
    public decimal Sum => decimal.Round(Price * Quantity, 2);
}

/// <summary>An act of delivery.</summary>
internal sealed record Handover(long Id, DateTime Dated, DateTime? Approved, int DaysLate, decimal Fine);
