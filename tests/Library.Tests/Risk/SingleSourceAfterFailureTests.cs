using Procurement;
using Risk;
using Xunit;
using static Library.Tests.Risk.Bidding;

namespace Library.Tests.Risk;

public class SingleSourceAfterFailureTests
{
    private const string Code = "KZ-03";
    private static readonly DateTimeOffset Before = Given.Astana(2026, 1, 12);

    /// <summary>The purchase from one source that is judged.</summary>
    private static readonly Lot Single = Tender() with { Number = "85000001-ОИ2", MethodId = 6, PlannedMethodId = 2, AnnouncementId = 50 };

    private static Lot Failed(int method = 2, int? status = 370, int attempt = 1, DateTimeOffset? published = null) =>
        Tender().Repeat(10 + attempt,
            $"85000001-ОК{attempt}", published ?? Before.AddDays(attempt)) with
        { MethodId = method, StatusId = status };

    private static CaseFile After(Lot last, params (decimal?, string)[] offers) => After([last], last.Bids(offers));

    private static CaseFile After(IReadOnlyList<Lot> attempts, IReadOnlyList<Bid> bids) => Given.File(Single) with
    {
        Announcement = new Announcement { Id = 50 },
        Attempts = attempts,
        Bids = bids,
        Contracts = [],
    };

    private static CaseFile Alone(Announcement? announcement = null) => Given.Compared(Single with { Number = "85000001-ОИ1" }) with
    {
        Announcement = announcement ?? new Announcement { Id = 50 },
        Bids = [],
    };

    private static CaseFile OneOffer(string? supplier, decimal? sum) =>
        After(Failed(3), (900_000, Lost)) with { Contracts = [Single.Contract(6, supplier, sum)] };

    internal static IEnumerable<CaseFile> Firing() =>
    [
        After(Failed(), (1, Lost)), After(Failed()), After(Failed(3)), OneOffer(Firm(2), 900_000), OneOffer(Firm(1), 950_000), Alone(),
    ];

    [Fact]
    public void What_may_follow_a_failed_purchase_hangs_on_its_method_and_bids()
    {
        // art. 15(5): bids came, so another tender is due
        Assert.Equal("T1", After(Failed(), (1, Lost)).Judge(Code).Told());
        Assert.Equal("T1", After(Failed(7), (1, Rejected), (2, Rejected)).Judge(Code).Told());

        // art. 15(3)-(4): the first tender without bids is repeated, a repeated one may be followed by one source
        Assert.Equal("T1 first_tender", After(Failed()).Judge(Code).Told());
        Assert.Equal("clear", After([Failed(), Failed(attempt: 2)], []).Judge(Code).Told());
        Assert.Equal("clear", After(Failed() with { IsRepeat = true }).Judge(Code).Told());

        // art. 15(7), 15(9): prices are asked for again
        Assert.Equal("T1 not_repeated", After(Failed(3)).Judge(Code).Told());
        Assert.Equal("T1 not_repeated", After(Failed(3), (1, Rejected)).Judge(Code).Told());
        Assert.Equal("T1 not_repeated", After(Failed(3), (1, Rejected), (2, Lost)).Judge(Code).Told());
        Assert.Equal("clear", After([Failed(3), Failed(3, attempt: 2)], []).Judge(Code).Told());
    }

    [Fact]
    public void Only_the_last_purchase_counts()
    {
        var (first, last) = (Failed(), Failed(attempt: 2));

        Assert.Equal("clear", After([first, last], first.Bids((1, Lost))).Judge(Code).Told());
        Assert.Equal("T1", After([first, last], last.Bids((1, Lost))).Judge(Code).Told());
        Assert.Equal("T1", After([last, first], last.Bids((1, Lost))).Judge(Code).Told());
        Assert.Equal("T1", After([first, last with { StatusId = 430 }], first.Bids((1, Lost))).Judge(Code).Told());
        Assert.Equal("T1",
            After([first, Single with { Id = 90, Published = Before.AddDays(3) }], first.Bids((1, Lost))).Judge(Code).Told());
    }

    [Theory]
    [InlineData(1, 900_000, "clear")]
    [InlineData(1, 900_900, "clear")]                   // a thousandth is rounding
    [InlineData(1, 900_901, "T1 dearer")]
    [InlineData(1, 800_000, "clear")]
    [InlineData(2, 800_000, "T1 other_supplier")]
    public void The_only_bidder_for_prices_gets_the_contract_at_its_price(int firm, int sum, string told) =>
        Assert.Equal(told, OneOffer(Firm(firm), sum).Judge(Code).Told());

    [Fact]
    public void What_is_not_known_of_the_only_bidder_is_said()
    {
        Assert.Equal("? private_bidders", OneOffer(null, 900_000).Judge(Code).Told());
        Assert.Equal("T1 dearer", OneOffer(null, 990_000).Judge(Code).Told());
        Assert.Equal("? contract_fields", OneOffer(Firm(1), null).Judge(Code).Told());
        Assert.Equal("? contracts", (OneOffer(Firm(1), 1) with { Contracts = null }).Judge(Code).Told());
        Assert.Equal("no_contract_yet", (OneOffer(Firm(1), 1) with { Contracts = [] }).Judge(Code).Told());
        var invited = After(Failed(3), (900_000, Lost)) with { Announcement = new Announcement { Id = 50, InvitedBin = Firm(2) } };
        Assert.Equal("T1 other_supplier", invited.Judge(Code).Told());
        Assert.Equal("no_contract_yet",
            (invited with { Announcement = new Announcement { Id = 50, InvitedBin = Firm(1) } }).Judge(Code).Told());
        Assert.Equal("? bid_amounts", (OneOffer(Firm(1), 1) with { Bids = Failed(3).Bids((null, Lost)) }).Judge(Code).Told());
    }

    [Fact]
    public void Of_a_contract_for_several_lots_only_the_own_one_counts()
    {
        var both = Single.Contract(6, Firm(1), 2_000_000) with
        {
            Items = [new ContractItem { LotId = Single.Id, UnitPrice = 450_000, Quantity = 2 },
                new ContractItem { LotId = 77, Sum = 1_100_000 }],
        };

        Assert.Equal("clear", (OneOffer(Firm(1), 1) with { Contracts = [both] }).Judge(Code).Told());
        var unclear = both with { Items = [.. both.Items.Select(item => item with { LotId = null })] };
        Assert.Equal("? contract_fields", (OneOffer(Firm(1), 1) with { Contracts = [unclear] }).Judge(Code).Told());
    }

    [Fact]
    public void A_doubt_about_the_purchase_before_is_no_sign()
    {
        Assert.Equal("? predecessor_status", After(Failed(status: null), (1, Lost)).Judge(Code).Told());
        Assert.Equal("? predecessor_status", After(Failed(status: 430), (1, Lost)).Judge(Code).Told());
        Assert.Equal("? predecessor_status", After(Failed(status: 440), (1, Lost)).Judge(Code).Told());
        Assert.Equal("? predecessor_held", After(Failed(status: 360), (1, Won)).Judge(Code).Told());
        Assert.Equal("? predecessor_held", After(Failed(3), (1, Won), (2, Lost)).Judge(Code).Told());
        Assert.Equal("? predecessor_method", After(Failed(60), (1, Lost)).Judge(Code).Told());
        Assert.Equal("? bid_statuses", After(Failed(), (1, Unheard)).Judge(Code).Told());
        Assert.Equal("? bid_statuses", After(Failed(3), (1, Unheard), (2, Lost)).Judge(Code).Told());
        Assert.Equal("? predecessors", After(Failed(attempt: 2)).Judge(Code).Told());
        Assert.Equal("? predecessors", After([Failed(status: 430), Failed(attempt: 2)], []).Judge(Code).Told());
        Assert.Equal("? predecessor_bids", (After(Failed()) with { Bids = null }).Judge(Code).Told());
    }

    [Fact]
    public void Without_the_portals_words_for_rejected_bids_a_request_for_prices_is_not_judged() =>
        Assert.Equal("? bid_statuses", After(Failed(3), (1, Rejected)).Judge(Code, Catalogue.Current).Told());

    [Fact]
    public void What_the_rule_does_not_speak_of_is_left_out()
    {
        var file = After(Failed(), (1, Lost));

        Assert.Equal("other_method", (file with { Lot = Single with { MethodId = 2 } }).Judge(Code).Told());
        Assert.Equal("? method", (file with { Lot = Single with { MethodId = null } }).Judge(Code).Told());
        Assert.Equal("old_law", (file with { Lot = Single with { Published = Given.Astana(2024, 12, 31) } }).Judge(Code).Told());
        Assert.Equal("own_rules_of_failure", (file with { Lot = Single with { PlannedMethodId = 120 } }).Judge(Code).Told());
        Assert.Equal("own_rules_of_failure", After(Failed(121), (1, Lost)).Judge(Code).Told());
        var monopoly = new Dictionary<string, Organisation> { [Firm(5)] = new() { Bin = Firm(5), IsMonopoly = true } };
        var invited = file with { Announcement = new Announcement { Id = 50, InvitedBin = Firm(5) }, Organisations = monopoly };
        Assert.Equal("lawful_single_source", invited.Judge(Code).Told());
        Assert.Equal("lawful_single_source", (file with
        {
            Lot = Single with { JustificationId = 1 },
            Grounds = Given.Grounds,
        }).Judge(Code).Told());
    }

    [Fact]
    public void Where_nothing_is_found_before_it_that_is_told_only_if_it_would_be_seen()
    {
        Assert.Equal("T2 not_found", Alone().Judge(Code).Told());
        Assert.Equal("? announcement", (Alone() with { Announcement = null }).Judge(Code).Told());
        Assert.Equal("? predecessors", Alone(new Announcement { Id = 50, ParentId = 49 }).Judge(Code).Told());
        Assert.Equal("? predecessors", Alone().In(new World { WholeFrom = null }).Judge(Code).Told());
        Assert.Equal("? predecessors", Alone().In(new World { WholeFrom = AstanaTime.DayOf(Single.Published!.Value).AddDays(-179) }).Judge(Code).Told());
        Assert.Equal("T2 not_found", Alone().In(new World { WholeFrom = AstanaTime.DayOf(Single.Published!.Value).AddDays(-180) }).Judge(Code).Told());
        Assert.Equal("? predecessors", (Alone() with { Lot = Single }).Judge(Code).Told());
        Assert.Equal("? predecessors", (Alone() with { Lot = Alone().Lot with { IsRepeat = true } }).Judge(Code).Told());
    }

    [Fact]
    public void A_purchase_known_by_buyer_and_thing_alone_makes_a_weaker_sign_and_by_its_parent_a_certain_one()
    {
        var other = Failed() with { Number = "86000000-ОК1", Published = Single.Published!.Value.AddDays(-180) };
        var file = Alone() with { Population = Population([other], other.Bids((1, Lost))) };

        Assert.Equal("T2", file.Judge(Code).Told());
        Assert.Equal("T1", (file with { Announcement = new Announcement { Id = 50, ParentId = other.AnnouncementId } }).Judge(Code).Told());
        Assert.Equal("? predecessor_bids", (Alone() with { Population = Population([other], []) }).Judge(Code).Told());
        var early = other with { Published = other.Published!.Value.AddDays(-1) };
        Assert.Equal("T2 not_found", (Alone() with { Population = Population([early], early.Bids((1, Lost))) }).Judge(Code).Told());
        var held = other with { StatusId = 360 };
        Assert.Equal("T2 not_found", (Alone() with { Population = Population([held], held.Bids((1, Won))) }).Judge(Code).Told());
        var otherThing = other with { Enstru = "172314.500.000003" };
        Assert.Equal("T2 not_found", (Alone() with { Population = Population([otherThing], otherThing.Bids((1, Lost))) }).Judge(Code).Told());
    }

    [Fact]
    public void The_chain_is_among_the_evidence()
    {
        var finding = After(Failed(), (1, Lost), (2, Lost)).Judge(Code);

        Assert.Equal((2, 2), (finding.Value, finding.Facts["count"]));
        Assert.Contains(finding.Evidence, item => item is { Kind: "announcement", Field: "bids", Value: "2", Id: "1011" });
        Assert.Equal(Given.Astana(2026, 1, 13, 0), finding.Facts["day"]);
        Assert.Equal((950_000, 900_000), (OneOffer(Firm(1), 950_000).Judge(Code).Value, OneOffer(Firm(1), 950_000).Judge(Code).Threshold));
    }

    [Theory]
    [InlineData(900_000, null, null, "clear")]
    [InlineData(900_901, null, null, "T1 dearer")]
    [InlineData(null, 450_000, 2, "clear")]            // without a sum it is price times quantity
    [InlineData(null, 500_000, 2, "T1 dearer")]
    [InlineData(900_000, 500_000, 2, "clear")]         // what the contract says is its sum counts
    [InlineData(null, 500_000, 0, "clear")]
    [InlineData(null, 500_000, null, "? contract_fields")]
    public void The_sum_of_the_own_lot_is_said_or_worked_out(int? sum, int? price, int? quantity, string told)
    {
        var contract = Single.Contract(6, Firm(1), 2_000_000) with
        {
            Items = [new ContractItem { LotId = Single.Id, Sum = sum, UnitPrice = price, Quantity = quantity }, new ContractItem { LotId = 77, Sum = 1 }],
        };

        Assert.Equal(told, (OneOffer(Firm(1), 1) with { Contracts = [contract] }).Judge(Code).Told());
    }

    [Fact]
    public void Several_subjects_of_the_own_lot_are_added()
    {
        var item = new ContractItem { LotId = Single.Id, Sum = 450_000 };
        string With(params ContractItem[] items) =>
            (OneOffer(Firm(1), 1) with { Contracts = [Single.Contract(6, Firm(1), 950_000) with { Items = items }] }).Judge(Code).Told();

        Assert.Equal("clear", With(item, item));
        Assert.Equal("T1 dearer", With(item, item with { Sum = 450_901 }));
        Assert.Equal("T1 dearer", With(item with { Sum = null }));                         // the only subject: the sum of the contract
        Assert.Equal("? contract_fields", With(item, item with { Sum = null }));
    }

    [Theory]
    [InlineData(null, "T2 not_found")]
    [InlineData(0L, "T2 not_found")]       // the portal's word for none
    [InlineData(7L, "? predecessors")]
    public void An_announcement_before_that_is_named_but_not_here_may_explain_it(long? parent, string told) =>
        Assert.Equal(told, Alone(new Announcement { Id = 50, ParentId = parent }).Judge(Code).Told());
}
