using Procurement;
using Risk;

namespace Library.Tests.Risk;

/// <summary>Ways to make a case poorer, to put it in another order, and to tell its moments in another time zone.</summary>
internal static class CaseChanges
{
    public static readonly Func<Lot, Lot>[] Lot =
    [
        lot => lot with { AnnouncementId = null }, lot => lot with { Name = default }, lot => lot with { Details = default },
        lot => lot with { BuyerBin = null }, lot => lot with { BuyerName = default }, lot => lot with { Amount = null },
        lot => lot with { Count = null }, lot => lot with { UnitPrice = null }, lot => lot with { UnitCode = null },
        lot => lot with { UnitName = null }, lot => lot with { UnitCode = null, UnitName = null }, lot => lot with { Enstru = null },
        lot => lot with { SubjectType = null }, lot => lot with { MethodId = null }, lot => lot with { PlannedMethodId = null },
        lot => lot with { Places = [] }, lot => lot with { Published = null }, lot => lot with { BidsFrom = null },
        lot => lot with { BidsDue = null }, lot => lot with { IsRepeat = null }, lot => lot with { DiscussionFrom = null },
        lot => lot with { StatusId = null }, lot => lot with { ResultsPublished = null }, lot => lot with { SupplyTerm = null },
        lot => lot with { Prepayment = null }, lot => lot with { FileCount = null }, lot => lot with { IsConstruction = null },
        lot => lot with { JustificationId = null }, lot => lot with { PlanItemIds = [] }, lot => lot with { Description = default },
    ];

    private static readonly (string Name, Func<Contract, Contract> Change)[] Contract =
    [
        ("contract's supplier", c => c with { SupplierBin = null }), ("contract's sum", c => c with { Sum = null }),
        ("contract's sum with VAT", c => c with { SumWithVat = null }), ("contract's status", c => c with { StatusId = null }),
        ("contract's method", c => c with { MethodId = null }), ("contract's subject type", c => c with { SubjectType = null }),
        ("contract's year", c => c with { FinancialYear = null }), ("contract's signature", c => c with { SignedAt = null, Created = null }),
        ("contract's planned end", c => c with { PlannedEnd = null }), ("contract's end", c => c with { Done = null }),
        ("contract's VAT", c => c with { HasVat = null }), ("contract's years", c => c with { IsForYears = null }),
        ("contract's paid sum", c => c with { Paid = null }), ("contract's results", c => c with { ResultsPublished = null }),
        ("contract's grounds", c => c with { AmendmentGrounds = [] }), ("contract's acts", c => c with { Acts = [] }),
        ("contract's payments", c => c with { Payments = null }), ("contract's traits", c => c with { SupplierTraits = [] }),
        ("prices", c => c with { Items = [.. c.Items.Select(item => item with { UnitPrice = null })] }),
        ("quantities", c => c with { Items = [.. c.Items.Select(item => item with { Quantity = null })] }),
        ("sums", c => c with { Items = [.. c.Items.Select(item => item with { Sum = null })] }),
        ("codes", c => c with { Items = [.. c.Items.Select(item => item with { Enstru = null })] }),
        ("units", c => c with { Items = [.. c.Items.Select(item => item with { UnitCode = null, UnitName = null })] }),
        ("plan's ids", c => c with { Items = [.. c.Items.Select(item => item with { PlanItemId = null })] }),
        ("grounds of items", c => c with { Items = [.. c.Items.Select(item => item with { JustificationId = null })] }),
    ];

    private static readonly (string Name, Func<Act, Act> Change)[] Act =
    [
        ("act's date", a => a with { Dated = null }), ("act's approval", a => a with { Approved = null }),
        ("act's status", a => a with { StatusId = null }), ("act's delay", a => a with { DaysLate = null }),
        ("act's fine", a => a with { Fine = null }),
    ];

    private static readonly (string Name, Func<PlanItem, PlanItem> Change)[] Plan =
    [
        ("plan's root", i => i with { RootId = null }), ("plan's method", i => i with { MethodId = null }),
        ("plan's code", i => i with { Enstru = null }), ("plan's count", i => i with { Count = null }),
        ("plan's sum", i => i with { Amount = null }), ("plan's price", i => i with { UnitPrice = null }),
        ("plan's year", i => i with { Year = null }), ("plan's status", i => i with { StatusId = null }),
        ("plan's creation", i => i with { Created = null }), ("plan's approval", i => i with { Approved = null }),
        ("plan's term", i => i with { SupplyTerm = null }), ("plan's advance", i => i with { Prepayment = null }),
    ];

    private static readonly (string Name, Func<Announcement, Announcement> Change)[] Announced =
    [
        ("invited firm", a => a with { InvitedBin = null }), ("commission", a => a with { Commission = [] }),
        ("announcement's repeat", a => a with { IsRepeat = null }), ("announcement's status", a => a with { StatusId = null }),
    ];

    private static readonly (string Name, Func<Bid, Bid> Change)[] Bid =
    [
        ("bid's supplier", b => b with { SupplierBin = null }), ("bid's time", b => b with { HandedIn = null }),
        ("bid's traits", b => b with { Traits = [] }), ("bid's sums", b => b with { Lots = [.. b.Lots.Select(o => o with { Amount = null, DiscountedAmount = null })] }),
        ("bid's outcomes", b => b with { Lots = [.. b.Lots.Select(o => o with { StatusId = null, StatusName = null })] }),
    ];

    /// <summary>Lists that were not loaded, and single fields of the rows in them.</summary>
    public static readonly (string Name, Func<CaseFile, CaseFile> Change)[] Removals =
    [
        ("announcement", file => file with { Announcement = null }), ("bids", file => file with { Bids = null }),
        ("contracts", file => file with { Contracts = null }), ("acts", file => file with { Acts = null }),
        ("plan items", file => file with { PlanItems = null }), ("organisations", file => file with { Organisations = null }),
        ("population", file => file with { Population = null }),
        .. Lot.Select((removal, i) => ($"field {i} of the lot", (Func<CaseFile, CaseFile>)(file => file with { Lot = removal(file.Lot) }))),
        .. Contract.Select(removal => (removal.Name, (Func<CaseFile, CaseFile>)(file =>
            file with { Contracts = file.Contracts?.Select(removal.Change).ToList() }))),
        .. Bid.Select(removal => (removal.Name, (Func<CaseFile, CaseFile>)(file => file with { Bids = file.Bids?.Select(removal.Change).ToList() }))),
        .. Act.Select(removal => (removal.Name, (Func<CaseFile, CaseFile>)(file => file with { Acts = file.Acts?.Select(removal.Change).ToList() }))),
        .. Plan.Select(removal => (removal.Name, (Func<CaseFile, CaseFile>)(file =>
            file with { PlanItems = file.PlanItems?.Select(removal.Change).ToList() }))),
        .. Announced.Select(removal => (removal.Name, (Func<CaseFile, CaseFile>)(file =>
            file with { Announcement = file.Announcement is { } announcement ? removal.Change(announcement) : null }))),
    ];

    public static CaseFile Shuffled(CaseFile file, int seed)
    {
        return Rows(file, new Rearrangement(seed));
    }

    public static CaseFile Doubled(CaseFile file) => Rows(file, new Rearrangement(null));

    private static CaseFile Rows(CaseFile file, Rearrangement anew) => file with
    {
        Bids = anew.Of(file.Bids),
        Contracts = anew.Of(file.Contracts),
        Acts = anew.Of(file.Acts),
        PlanItems = anew.Of(file.PlanItems),
        Attempts = anew.Of(file.Attempts)!,
    };

    /// <summary>Rows in another order, or all of them twice.</summary>
    private sealed record Rearrangement(int? Seed)
    {
        public bool IsDoubling => Seed is null;

        public T[]? Of<T>(IReadOnlyList<T>? rows)
        {
            if (rows is null)
                return null;
            T[] anew = IsDoubling ? [.. rows, .. rows] : [.. rows];
            if (Seed is { } seed)
                new Random(seed).Shuffle(anew);
            return anew;
        }
    }

    public static CaseFile Moved(CaseFile file, TimeSpan zone) => file with
    {
        AsOf = file.AsOf.ToOffset(zone),
        Lot = Moved(file.Lot, zone),
        Bids = file.Bids?.Select(bid => bid with { HandedIn = bid.HandedIn?.ToOffset(zone) }).ToList(),
        Contracts = file.Contracts?.Select(contract => Moved(contract, zone)).ToList(),
        Attempts = [.. file.Attempts.Select(lot => Moved(lot, zone))],
        Acts = file.Acts?.Select(act => act with { Dated = act.Dated?.ToOffset(zone), Approved = act.Approved?.ToOffset(zone) }).ToList(),
        PlanItems = file.PlanItems?.Select(plan => plan with { Created = plan.Created?.ToOffset(zone), Approved = plan.Approved?.ToOffset(zone) }).ToList(),
    };

    private static Lot Moved(Lot lot, TimeSpan zone) => lot with
    {
        Published = lot.Published?.ToOffset(zone),
        BidsFrom = lot.BidsFrom?.ToOffset(zone),
        BidsDue = lot.BidsDue?.ToOffset(zone),
        DiscussionFrom = lot.DiscussionFrom?.ToOffset(zone),
        ResultsPublished = lot.ResultsPublished?.ToOffset(zone),
    };

    private static Contract Moved(Contract contract, TimeSpan zone) => contract with
    {
        Created = contract.Created?.ToOffset(zone),
        SignedAt = contract.SignedAt?.ToOffset(zone),
        PlannedEnd = contract.PlannedEnd?.ToOffset(zone),
        Done = contract.Done?.ToOffset(zone),
    };
}
