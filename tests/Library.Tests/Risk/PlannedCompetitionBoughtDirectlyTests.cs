using Procurement;
using Risk;
using Xunit;
using static Library.Tests.Risk.Bidding;

namespace Library.Tests.Risk;

public class PlannedCompetitionBoughtDirectlyTests
{
    private const string Code = "KZ-05";
    private static readonly Lot Planned = Tender() with { PlanItemIds = [10] };

    private static readonly Dictionary<int, string> Grounds = new(Given.Grounds)
    {
        [3] = "локализации последствий чрезвычайных ситуаций или чрезвычайных положений",
        [35] = "приобретения товаров, работ, услуг ежедневной и (или) еженедельной потребности",
    };

    private static CaseFile Bought(int method = 23, int? ground = 28, PlanItem? newer = null) => Given.File(Planned) with
    {
        Contracts = [Planned.Contract(method, Firm(1), 5_000_000, ground)],
        Grounds = Grounds,
        PlanItems = newer is null ? [Version(10)] : [Version(10), newer],
    };

    private static PlanItem Version(long id, DateTimeOffset? created = null) =>
        new() { Id = id, RootId = 5, Created = created ?? Given.Astana(2026, 1, 10) };

    internal static IEnumerable<CaseFile> Firing() => [Bought(), Bought(ground: null)];

    [Fact]
    public void A_direct_contract_after_a_planned_competition_is_a_sign()
    {
        Assert.Equal("T1 plan_unchanged", Bought().Judge(Code).Told());
        Assert.Equal("T1 plan_unchanged", Bought(131).Judge(Code).Told());
        Assert.Equal("T2", Bought(ground: null).Judge(Code).Told());
        Assert.Equal((5_000_000, 1), (Bought().Judge(Code).Value, Bought().Judge(Code).Strength));
        Assert.Equal("clear", Bought(2).Judge(Code).Told());
    }

    [Fact]
    public void A_plan_changed_before_the_signature_makes_it_weaker()
    {
        var signed = Given.Astana(2026, 3, 3);

        Assert.Equal("T2", Bought(newer: Version(11, signed)).Judge(Code).Told());
        Assert.Equal("T1 plan_unchanged", Bought(newer: Version(11, signed.AddSeconds(1))).Judge(Code).Told());
        Assert.Equal("T1 plan_unchanged", Bought(newer: Version(9)).Judge(Code).Told());
        Assert.Equal("T1 plan_unchanged", Bought(newer: Version(11) with { RootId = 6 }).Judge(Code).Told());
        Assert.Equal("T2", Bought(newer: Version(11) with { Created = null }).Judge(Code).Told());
        Assert.Equal("T2", (Bought() with { PlanItems = null }).Judge(Code).Told());
        Assert.Equal("T2", (Bought() with { PlanItems = [Version(12)] }).Judge(Code).Told());
        Assert.Equal("T2", (Bought() with { Lot = Planned with { PlanItemIds = [] } }).Judge(Code).Told());
    }

    [Fact]
    public void Lawful_reasons_for_haste_and_lawful_sources_excuse()
    {
        Assert.Equal("emergency", Bought(ground: 3).Judge(Code).Told());
        Assert.Equal("until_results", Bought(ground: 35).Judge(Code).Told());
        Assert.Equal("lawful_single_source", Bought(ground: 1).Judge(Code).Told());
        var monopoly = new Dictionary<string, Organisation> { [Firm(1)] = new() { Bin = Firm(1), IsMonopoly = true } };
        Assert.Equal("lawful_single_source", (Bought() with { Organisations = monopoly }).Judge(Code).Told());
        Assert.Equal("own_rules_of_failure", (Bought(131) with { Lot = Planned with { PlannedMethodId = 120 } }).Judge(Code).Told());
        Assert.Equal("T1 plan_unchanged", (Bought() with { Lot = Planned with { PlannedMethodId = 120 } }).Judge(Code).Told());
    }

    [Fact]
    public void What_does_not_apply_or_is_not_known_is_said()
    {
        Assert.Equal("? planned_method", (Bought() with { Lot = Planned with { PlannedMethodId = null } }).Judge(Code).Told());
        Assert.Equal("not_competitive", (Bought() with { Lot = Planned with { PlannedMethodId = 23 } }).Judge(Code).Told());
        Assert.Equal("after_failure", (Bought() with { Lot = Planned with { MethodId = 6 } }).Judge(Code).Told());
        Assert.Equal("old_law", (Bought() with { Lot = Planned with { Published = Given.Astana(2024, 12, 31) } }).Judge(Code).Told());
        Assert.Equal("? contracts", (Bought() with { Contracts = null }).Judge(Code).Told());
        Assert.Equal("no_contract_yet", (Bought() with { Contracts = [] }).Judge(Code).Told());
        Assert.Equal("? grounds", Bought(ground: 99).Judge(Code).Told());
        var unknown = Planned.Contract(23, Firm(1), 1) with { MethodId = null };
        Assert.Equal("? contract_fields", (Bought() with { Contracts = [unknown] }).Judge(Code).Told());
    }
}
