using Procurement;
using Risk;
using Xunit;
using static Library.Tests.Risk.GivenDeal;

namespace Library.Tests.Risk;

/// <summary>KZ-14: what tells that works are over, how soon is soon, and which acts are the contract's.</summary>
public class SpeedOfWorksTests
{
    private const string Code = "KZ-14";

    /// <param name="usual">Days that thirty other contracts took.</param>
    private static CaseFile Work(Contract contract, IReadOnlyList<Act>? acts = null, params int[] usual)
    {
        var days = usual.Length > 0 ? usual : [.. Enumerable.Repeat(40, 30)];
        var others = CasesC.Works(days.Length).Select((one, i) => one with { Done = one.SignedAt!.Value.AddDays(days[i]) });
        return File(contract).In(new World { Contracts = [.. others] }) with { Lot = HeldLot with { SubjectType = 2 }, Acts = acts ?? [] };
    }

    private static Contract Done(int? days, int? status = 390) =>
        Contract() with { SubjectType = 2, Sum = 5_000_000, StatusId = status, Done = days is { } known ? Signed.AddDays(known) : null };

    private static Act Approved(int days, int id = 1) => Act(Signed.AddDays(1), Signed.AddDays(days)) with { Id = id };

    private static string Told(CaseFile file) => file.Finding(Code) is var finding ? $"{finding.Told()} {finding.Value}".Trim() : "";

    [Fact]
    public void Works_are_over_by_their_status_their_end_or_their_last_act()
    {
        Assert.Equal("T2 soon 10", Told(Work(Done(10, status: 190))));
        Assert.Equal("T2 soon 10", Told(Work(Done(10, status: null))));
        Assert.Equal("T2 soon 12", Told(Work(Done(null), [Approved(12), Approved(10, 2)])));
        Assert.Equal("T2 soon 12", Told(Work(Done(5), [Approved(12)])));                         // acts are surer than the field
        Assert.Equal("clear 15", Told(Work(Done(null), [Approved(14)])));
        Assert.Equal("? acts", Told(Work(Done(null))));
        Assert.Equal("clear 15", Told(Work(Done(null, status: 190))));
    }

    [Fact]
    public void What_ends_after_the_day_of_judging_is_not_known_yet()
    {
        var ahead = (AsOf - Signed).Days + 2;

        Assert.Equal("? acts", Told(Work(Done(ahead))));
        Assert.Equal("T2 soon 12", Told(Work(Done(ahead), [Approved(12)])));
        Assert.Equal("T2 soon 3", Told(Work(Done(3), [Approved(ahead) with { Dated = Signed.AddDays(1) }])));
    }

    [Fact]
    public void The_figures_are_those_of_the_contract()
    {
        var finding = Work(Done(10)).Finding(Code);

        Assert.Equal((10, 13, 30, 5_000_000m), (finding.Facts["days"], finding.Facts["least"], finding.Facts["count"], finding.Facts["sum"]));
        Assert.Equal((Signed, Signed.AddDays(10)), (finding.Facts["from"], finding.Facts["until"]));
        Assert.Equal((10m, 13.332m, 0.1666), (finding.Value, finding.Threshold, Math.Round(finding.Strength, 10)));
        Assert.Equal((1d, 1d), (Work(Done(2)).Finding(Code).Strength, Work(Done(4)).Finding(Code).Strength));      // a third of the limit
        Assert.Equal(("T2 soon -1", 0), (Told(Work(Done(-1))), Work(Done(-1)).Finding(Code).Facts["days"]));
    }

    [Theory]
    [InlineData(2, true)]        // two days are soon whatever the quickest took …
    [InlineData(3, false)]
    public void Two_days_are_soon_where_the_quickest_take_less(int days, bool soon) => Assert.Equal(
        soon, Told(Work(Done(days), null, [1, 1, 1, 1, .. Enumerable.Repeat(40, 30)])) == $"T2 soon {days}");

    [Theory]
    [InlineData(5, true)]        // … and as soon as the quickest twentieth
    [InlineData(6, false)]
    public void The_quickest_twentieth_counts_where_it_takes_longer(int days, bool soon) => Assert.Equal(
        soon, Told(Work(Done(days), null, [5, 5, 5, 5, .. Enumerable.Repeat(40, 30)])) == $"T2 soon {days}");

    [Fact]
    public void Where_all_are_quick_a_third_of_the_usual_time_is_soon() =>
        Assert.Equal(("clear 15", "T2 soon 0"), (Told(Work(Done(1), null, [.. Enumerable.Repeat(2, 30)])), Told(Work(Done(0), null, [.. Enumerable.Repeat(2, 30)]))));

    [Fact]
    public void An_act_is_the_contracts_by_either_of_its_numbers_or_by_lying_in_it()
    {
        var before = Act(Signed.AddDays(-1), Signed.AddDays(9));
        string With(Act act) => Told(File(Contract()) with { Acts = [act] });

        Assert.Equal("T1 act_before_contract 1", With(before with { ContractRootId = null }));
        Assert.Equal("T1 act_before_contract 1", With(before with { ContractId = null }));
        Assert.Equal("clear 15", With(before with { ContractId = null, ContractRootId = null }));
        Assert.Equal("clear 15", With(before with { IsDeleted = true }));
        Assert.Equal("clear 15", With(before with { Dated = null, Approved = AsOf.AddSeconds(1) }));
        Assert.Equal("? acts", With(before with { Dated = null, Approved = AsOf }));
        Assert.Equal("T1 act_before_contract 1", Told(File(Contract() with { Acts = [before] })));
        Assert.Equal("T1 act_before_contract 3", Told(File(Contract()) with { Acts = [before, before with { Id = 2, Dated = Signed.AddDays(-3) }] }));
    }

    [Fact]
    public void The_surest_sign_is_told_and_what_lacks_before_what_is_clear()
    {
        var early = Done(10) with { SignedAt = Given.Astana(2026, 2, 26), Done = Given.Astana(2026, 3, 1) };
        var onRequest = File(Contract()) with { Lot = HeldLot with { SupplyTerm = "по заявке" } };

        Assert.Equal("T1 before_results 1", Told(Work(early)));
        Assert.Equal("clear", Told(onRequest));
        Assert.Equal("delivery_on_request", Told(onRequest with { Contracts = [] }));
        Assert.Equal("? acts", Told(onRequest with { Acts = null }));
        Assert.Equal("? contracts", Told(onRequest with { Contracts = null }));
        Assert.Equal("? contract_date", Told(File(Contract(), Contract() with { Id = 77, RootId = 77, Number = "x/1/00", SignedAt = null })));
    }
}
