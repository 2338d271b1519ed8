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
        lot => lot with { StatusId = null }, lot => lot with { ResultsPublished = null },
    ];

    private static readonly (string Name, Func<Contract, Contract> Change)[] Contract =
    [
        ("contract's supplier", c => c with { SupplierBin = null }), ("contract's sum", c => c with { Sum = null }),
        ("contract's sum with VAT", c => c with { SumWithVat = null }), ("contract's status", c => c with { StatusId = null }),
        ("contract's method", c => c with { MethodId = null }), ("contract's subject type", c => c with { SubjectType = null }),
        ("contract's year", c => c with { FinancialYear = null }), ("contract's signature", c => c with { SignedAt = null, Created = null }),
        ("contract's planned end", c => c with { PlannedEnd = null }), ("contract's end", c => c with { Done = null }),
        ("contract's VAT", c => c with { HasVat = null }), ("contract's years", c => c with { IsForYears = null }),
        ("contract's payments", c => c with { Payments = null }), ("contract's traits", c => c with { SupplierTraits = [] }),
        ("prices", c => c with { Items = [.. c.Items.Select(item => item with { UnitPrice = null })] }),
        ("quantities", c => c with { Items = [.. c.Items.Select(item => item with { Quantity = null })] }),
        ("sums", c => c with { Items = [.. c.Items.Select(item => item with { Sum = null })] }),
        ("codes", c => c with { Items = [.. c.Items.Select(item => item with { Enstru = null })] }),
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
