using Procurement;
using Risk;
using Xunit;

namespace Library.Tests.Risk;

public class ConstructionAndRepairTests
{
    private static Finding Judge(CaseFile file) => file.Finding("KZ-18");

    private static Finding Again(Lot earlier) => Judge(Given.File(CasesOfSectors.Repair()).In(new World { Lots = [earlier] }));

    [Fact]
    public void The_same_work_at_the_same_address_within_two_years_fires()
    {
        Assert.Equal((State.Fired, Tier.T2, 2m), (Judge(CasesOfSectors.Again()).State, Judge(CasesOfSectors.Again()).Tier, Judge(CasesOfSectors.Again()).Value));
        Assert.Equal(State.Fired, Again(CasesOfSectors.EarlierRepair() with { Published = Given.Astana(2024, 2, 24) }).State);
        Assert.Equal(State.Clear, Again(CasesOfSectors.EarlierRepair() with { Published = Given.Astana(2024, 2, 23) }).State);
    }

    [Fact]
    public void Another_house_work_buyer_or_attempt_is_not_the_same()
    {
        var earlier = CasesOfSectors.EarlierRepair();

        foreach (var lot in new[]
        {
            earlier with { Details = new("Ремонт кровли: улица Абая д. 12", null) },
            earlier with { Details = new("Ремонт кровли: улица Сатпаева д. 10", null) },
            earlier with { Details = new("Ремонт полов: улица Абая д. 10", null) },
            earlier with { Details = new("Технический надзор за ремонтом кровли: улица Абая д. 10", null) },
            earlier with { BuyerBin = "100000000001" },
            earlier with { Number = "85000001-ЗЦП0" },
            earlier with { StatusId = 370 },
            earlier with { Published = Given.Astana(2026, 2, 24, 8) },
        })
        {
            Assert.Equal(State.Clear, Again(lot).State);
        }
    }

    [Fact]
    public void Who_watches_the_builder_must_be_another()
    {
        Assert.Equal(("same_supervisor", Tier.T1), Told(CasesOfSectors.Watched(CasesOfSectors.Supplier)));
        Assert.Equal(("linked_supervisor", Tier.T1), Told(CasesOfSectors.Watched("200000000002", TraitKind.Head)));
        Assert.Equal(("linked_supervisor", Tier.T2), Told(CasesOfSectors.Watched("200000000002", TraitKind.BankAccount)));
        Assert.Equal(("linked_supervisor", Tier.T2), Told(CasesOfSectors.Watched("200000000002", TraitKind.Phone, TraitKind.Address)));
        Assert.Equal(State.Clear, Judge(CasesOfSectors.Watched("200000000002", TraitKind.Phone)).State);
        Assert.Equal(State.Clear, Judge(CasesOfSectors.Watched("200000000002")).State);
    }

    private static (string?, Tier) Told(CaseFile file) => (Judge(file).Variant, Judge(file).Tier);

    [Theory]
    [InlineData(0, "Текущий ремонт помещений", State.Fired)]
    [InlineData(0, "ғимаратты ағымдағы жөндеу", State.Fired)]
    [InlineData(1, "Текущий ремонт помещений", State.NotEvaluable, "object")]    // whether it was repaired before hangs on the address
    [InlineData(null, "Текущий ремонт помещений", State.NotEvaluable, "object", "files")]
    [InlineData(0, "Текущий ремонт помещений, ул. Абая 5", State.Clear)]
    [InlineData(0, "Текущий ремонт помещений, 120 кв.м", State.NotEvaluable, "object")]
    [InlineData(0, "Капитальный ремонт помещений", State.NotEvaluable, "object")]
    public void A_current_repair_says_where_or_how_much_or_has_papers(int? files, string details, State expected, params string[] missing)
    {
        var finding = Judge(CasesOfSectors.Unsaid(files, details));

        Assert.Equal(expected, finding.State);
        Assert.Equal(missing, finding.Missing);
    }

    [Theory]
    [InlineData(31_139_999.99, State.Clear)]
    [InlineData(31_140_000, State.Fired)]
    [InlineData(34_600_000, State.Fired)]
    [InlineData(34_600_000.01, State.Clear)]
    public void Several_objects_just_under_the_limit(double amount, State expected)
    {
        Assert.Equal(expected, Judge(CasesOfSectors.Several((decimal)amount)).State);
        Assert.Equal(State.Clear, Judge(CasesOfSectors.Several((decimal)amount, "Текущий ремонт школы № 5")).State);
        Assert.Equal(State.Clear, Judge(CasesOfSectors.Several((decimal)amount, "Капитальный ремонт школ № 1, 5")).State);
    }

    // The others have ten days; less than a third of that is short, as in KZ-14.
    [Theory]
    [InlineData(3, 30, State.Fired)]
    [InlineData(4, 30, State.Clear)]
    [InlineData(3, 29, State.NotEvaluable)]
    public void A_term_shorter_than_nearly_all_others(int days, int others, State expected) =>
        Assert.Equal(expected, Judge(CasesOfSectors.Hurried(days, others)).State);

    [Fact]
    public void A_small_work_may_be_quick()
    {
        Assert.Equal(State.Fired, Judge(CasesOfSectors.Hurried(3, sum: 2_162_500)).State);
        Assert.Equal(State.Clear, Judge(CasesOfSectors.Hurried(3, sum: 2_162_499)).State);
    }

    [Fact]
    public void What_is_missing_or_other_is_named()
    {
        Finding With(Func<Lot, Lot> change) => Judge(CasesOfSectors.Again() with { Lot = change(CasesOfSectors.Again().Lot) });

        Assert.Equal(["not_construction"], With(lot => lot with { SubjectType = 1 }).Exceptions);
        Assert.Equal(["subject_type"], With(lot => lot with { SubjectType = null }).Missing);
        Assert.Equal(State.Fired, With(lot => lot with { SubjectType = null, IsConstruction = true }).State);
        Assert.Equal(["name"], With(lot => lot with { Name = default }).Missing);
        Assert.Equal(["details"], With(lot => lot with { Details = default }).Missing);
        Assert.Equal(["buyer"], With(lot => lot with { BuyerBin = null }).Missing);
        Assert.Equal(["population"], Judge(CasesOfSectors.Again() with { Population = null }).Missing);
    }

    [Fact]
    public void All_earlier_repairs_are_counted_and_the_days_since_the_last()
    {
        var first = CasesOfSectors.EarlierRepair() with { Amount = 700_000 };
        var second = first with { Id = 3, Number = "85000003-ЗЦП1", AnnouncementId = 16400001, Amount = 300_000, Published = Given.Astana(2026, 1, 25) };
        var finding = Judge(Given.File(CasesOfSectors.Repair()).In(new World { Lots = [first, second] }));

        Assert.Equal((3m, 3, 30, 2_000_000m), (finding.Value, finding.Facts["count"], finding.Facts["days"], finding.Facts["sum"]));
    }

    [Fact]
    public void The_evidence_is_the_Russian_text_and_without_it_the_Kazakh_one()
    {
        static string Text(Finding finding) => finding.Evidence.Single(item => item.Field == "extraDescRu").Value;
        static Lot Kazakh(Lot lot, string ru, string kk, bool both) => lot with { Details = new(both ? ru : null, kk) };
        const string RuWhere = "Текущий ремонт кровли школы по ул. Абая, 10, 500 м2", Where = "Шатырды ағымдағы жөндеу, Абай көшесі, 10, 500 м2";
        const string RuUnsaid = "Текущий ремонт помещений", Unsaid = "ғимаратты ағымдағы жөндеу";

        Assert.Equal(RuUnsaid, Text(Judge(CasesOfSectors.Unsaid() with { Lot = Kazakh(CasesOfSectors.Unsaid().Lot, RuUnsaid, Unsaid, true) })));
        Assert.Equal(Unsaid, Text(Judge(CasesOfSectors.Unsaid() with { Lot = Kazakh(CasesOfSectors.Unsaid().Lot, RuUnsaid, Unsaid, false) })));
        Assert.Equal(RuWhere, Text(Judge(CasesOfSectors.Again() with { Lot = Kazakh(CasesOfSectors.Again().Lot, RuWhere, Where, true) })));
        var several = CasesOfSectors.Several(34_000_000);
        var details = several.Lot.Details.Ru!;
        Assert.Equal(details, Text(Judge(several with { Lot = Kazakh(several.Lot, details, "№ 1, 5, 7 мектептерді ағымдағы жөндеу", true) })));
    }

    [Theory]
    [InlineData("Текущий ремонт школ № 1, 5", State.Fired)]      // two objects are several
    [InlineData("Текущий ремонт школы № 1", State.Clear)]
    public void Two_objects_are_several(string details, State expected) => Assert.Equal(expected, Judge(CasesOfSectors.Several(34_000_000, details)).State);

    [Fact]
    public void Which_limit_it_is_depends_on_the_method_that_was_planned()
    {
        Finding With(decimal amount, Func<Lot, Lot> change) => Judge(CasesOfSectors.Several(amount) is var file ? file with { Lot = change(file.Lot) } : null!);

        Assert.Equal(State.Fired, With(34_000_000, lot => lot with { MethodId = 6, PlannedMethodId = 3 }).State);
        Assert.NotEqual(State.Fired, With(34_000_000, lot => lot with { MethodId = 6, PlannedMethodId = 2 }).State);
        Assert.NotEqual(State.Fired, With(34_000_000, lot => lot with { MethodId = 2, PlannedMethodId = 3 }).State);
        Assert.Equal(State.Fired, With(2_100_000, lot => lot with { MethodId = 23 }).State);        // 500 MCI of 2026 are 2,162,500
        Assert.NotEqual(State.Fired, With(2_100_000, lot => lot with { MethodId = 3 }).State);
    }

    [Fact]
    public void What_several_objects_need_is_named()
    {
        IEnumerable<string> Missing(Func<Lot, Lot> change) => Judge(CasesOfSectors.Several(34_000_000) is var file ? file with { Lot = change(file.Lot) } : null!).Missing;

        Assert.Contains("method", Missing(lot => lot with { MethodId = null }));
        Assert.Contains("amount", Missing(lot => lot with { Amount = null }));
        Assert.Contains("amount", Missing(lot => lot with { Amount = 0 }));
        Assert.DoesNotContain("method", Missing(lot => lot with { Amount = null }));
        Assert.DoesNotContain("amount", Missing(lot => lot with { MethodId = null }));
        Assert.DoesNotContain("mci", Missing(lot => lot with { MethodId = null }));
    }
}
