using Procurement;
using Risk;
using Xunit;
using static Library.Tests.Risk.CasesC;
using static Library.Tests.Risk.GivenDeal;

namespace Library.Tests.Risk;

/// <summary>KZ-26: which of the earlier contracts tells, and whether the buyer had a choice.</summary>
public class EarlierPerformanceTests
{
    private static readonly CaseFile Direct = File(Contract() with { MethodId = 23 });

    private static Contract Another(long id, Contract contract) => contract with { Id = id, RootId = id, Number = $"x/{id}/00" };

    private static Act Of(long contract, int days, decimal fine = 0) => Late(days, fine) with { Id = contract, ContractId = contract, ContractRootId = contract };

    private static Finding Judge(CaseFile file, IReadOnlyList<Contract> past, params Act[] acts) =>
        file.In(new World { Contracts = past, Acts = acts }).Finding("KZ-26");

    [Fact]
    public void The_latest_of_the_longest_delays_is_told()
    {
        Contract[] past = [Past, Another(51, Past with { SignedAt = Given.Astana(2025, 3, 5) }), Another(52, Past with { SignedAt = Given.Astana(2025, 3, 9) })];
        string Told(params int[] days) => Judge(Direct, past, [.. days.Select((late, i) => Of(50 + i, late))]) is { State: State.Fired } finding
            ? $"{finding.Facts["days"]} of {finding.Evidence[1].Id}" : "clear";

        Assert.Equal("60 of 51", Told(40, 60, 50));
        Assert.Equal("60 of 52", Told(60, 0, 60));
        Assert.Equal("40 of 50", Told(40, 29, 0));
        Assert.Equal("clear", Told(29, 29, 29));
    }

    [Fact]
    public void The_new_contract_is_not_its_own_past()
    {
        var own = Contract() with { MethodId = 23, SignedAt = Given.Astana(2025, 3, 1), Done = Given.Astana(2025, 9, 1) };

        Assert.Equal(State.Clear, Judge(Direct, [own], Of(10, 90)).State);
        Assert.Equal(State.Clear, Judge(File(Contract() with { MethodId = 23, RootId = null }), [own with { RootId = null }], Of(10, 90)).State);
        Assert.Equal(State.Fired, Judge(Direct, [own with { Id = 12, RootId = 12 }], Of(12, 90)).State);
    }

    [Fact]
    public void What_was_not_known_at_the_signature_does_not_count()
    {
        var planned = Past with { Done = null, PlannedEnd = Given.Astana(2025, 12, 1) };
        Act Approved(DateTimeOffset? day) => Of(50, 45) with { Approved = day };

        Assert.Equal(State.Fired, Judge(Direct, [planned], Approved(Signed)).State);
        Assert.Equal(State.Clear, Judge(Direct, [planned], Approved(Signed.AddDays(1))).State);
        Assert.Equal(State.Clear, Judge(Direct, [planned with { PlannedEnd = null }], Approved(Given.Astana(2025, 9, 1))).State);
    }

    [Fact]
    public void A_contract_without_sum_fine_or_delay_is_not_a_bad_one()
    {
        Assert.Equal(State.Clear, Judge(Direct, [Past with { Sum = null }], Of(50, 0)).State);
        Assert.Equal(State.Clear, Judge(Direct, [Past with { Sum = null }], Of(50, 0, 5_000)).State);
        Assert.Equal(State.Fired, Judge(Direct, [Past with { Sum = null }], Of(50, 30)).State);
    }

    [Fact]
    public void Ended_by_the_buyer_counts_from_the_day_it_was_ended()
    {
        var ended = Direct with { CancelReasons = new Dictionary<int, string> { [4] = "Неисполнение обязательств" } };
        IReadOnlyList<Contract> EndedOn(DateTimeOffset day) =>
            [Past with { Done = null }, Past with { Id = 51, Number = "x/250050/01", Done = null, StatusId = 340, SignedAt = day }];

        Assert.Equal("ended", Judge(ended, EndedOn(Signed.AddDays(-1))).Variant);
        Assert.Equal(State.Clear, Judge(ended, EndedOn(Signed)).State);
        Assert.Equal(["cancel_reason"], Judge(Direct, EndedOn(Signed.AddDays(-1))).Missing);
        Assert.Equal(State.Clear, Judge(Direct, EndedOn(Signed)).State);
    }

    [Fact]
    public void Buyer_and_method_are_the_lots_where_the_contract_does_not_tell()
    {
        var bare = File(Contract() with { MethodId = null, BuyerBin = null });

        Assert.Equal(State.Fired, Judge(bare with { Lot = HeldLot with { MethodId = 23 } }, [Past], Of(50, 45)).State);
        Assert.Equal(["competitive_method"], Judge(bare, [Past], Of(50, 45)).Exceptions);
    }

    [Fact]
    public void Of_several_price_requests_the_last_with_offers_tells_whether_there_was_a_choice()
    {
        var single = HeldLot with { Id = 9, Number = "85000001-ОИ3", MethodId = 6, PlannedMethodId = 3, AnnouncementId = 900, Published = Given.Astana(2026, 2, 28) };
        Lot Request(long id, int day) => HeldLot with { Id = id, Number = $"85000001-ЗЦП{id}", AnnouncementId = id * 100, Published = Given.Astana(2026, 2, day) };
        Bid Offer(Lot lot, long id, string firm) => Bid(id, firm, 9, "Подано") with
        {
            AnnouncementId = lot.AnnouncementId!.Value,
            Lots = [new BidLot { LotId = lot.Id, Amount = 9, StatusName = "Подано" }],
        };
        string Told(IReadOnlyList<Lot> attempts, params Bid[] bids) => Judge(
            File(Contract() with { MethodId = 6 }) with { Lot = single, Attempts = attempts, Bids = bids }, [Past], Of(50, 45)).Told();
        var (first, last) = (Request(2, 10), Request(3, 20));

        Assert.Equal("one_offer_by_law", Told([first], Offer(first, 1, Supplier)));
        Assert.Equal("T2", Told([first], Offer(first, 1, Supplier), Offer(first, 2, Other)));
        Assert.Equal("T2", Told([first, last], Offer(first, 1, Supplier), Offer(last, 2, Other)));
        Assert.Equal("one_offer_by_law", Told([first, last], Offer(first, 1, Other), Offer(last, 2, Supplier)));
        Assert.Equal("one_offer_by_law", Told([last, first], Offer(first, 1, Supplier)));
        Assert.Equal("one_offer_by_law", Told([Request(3, 10), first], Offer(first, 1, Other), Offer(Request(3, 10), 2, Supplier)));
        Assert.Equal("? bids", Told([first with { ResultsPublished = null }], Offer(first, 1, Supplier)));
        Assert.Equal("? bids", Told([first with { Published = Given.Astana(2026, 3, 1) }], Offer(first, 1, Supplier)));
        Assert.Equal("? bids", Told([]));
    }
}
