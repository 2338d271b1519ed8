using Procurement;
using Risk;
using Xunit;

namespace Library.Tests.Risk;

public class SamePurchaseTwiceTests
{
    private const decimal Limit = 2_162_500;    // 500 MCI of 2026

    private static Lot Judged => Given.Lot() with { Amount = 1_162_500, Details = new("Бумага белая, плотность 80 г, формат А4", null) };

    private static Lot Other => Judged with
    {
        Id = 2,
        Number = "85000002-ЗЦП1",
        AnnouncementId = 16400000,
        Amount = 1_000_000,
        Published = Given.Astana(2026, 1, 20),
        Details = new("бумага  БЕЛАЯ; плотность 80г, формат А4.", null),
    };

    private static CaseFile File(params Lot[] others) => Given.File(Judged).In(new World { Lots = others });

    private static Finding Judge(params Lot[] others) => File(others).Finding("KZ-31");

    [Fact]
    public void The_same_words_for_the_same_place_under_another_plan_item_fire()
    {
        var finding = Judge(Other);

        Assert.Equal((State.Fired, Tier.T2, 2m), (finding.State, finding.Tier, finding.Value));
        Assert.Equal(Limit, finding.Facts["sum"]);
        Assert.Contains(finding.Evidence, item => item is { Id: "2", Url: "https://goszakup.gov.kz/ru/announce/index/16400000" });
        Assert.Equal(State.Fired, Judge(Other with { AnnouncementId = null }).State);
    }

    [Theory]
    [InlineData(999_999.99, State.Clear)]
    [InlineData(1_000_000, State.Fired)]
    public void Small_money_is_left_alone(double amount, State expected) =>
        Assert.Equal(expected, Judge(Other with { Amount = (decimal)amount }).State);

    [Theory]
    [InlineData(-120, State.Fired)]
    [InlineData(-121, State.Clear)]
    [InlineData(5, State.Fired)]
    public void Four_months_lie_between_at_most(int days, State expected) =>
        Assert.Equal(expected, Judge(Other with { Published = Judged.Published!.Value.AddDays(days) }).State);

    [Fact]
    public void What_is_not_the_same_purchase_does_not_count()
    {
        foreach (var lot in new[]
        {
            Other with { BuyerBin = "100000000001" },
            Other with { Enstru = "172314.500.000003" },
            Other with { Details = new("Бумага белая, плотность 90 г, формат А4", null) },
            Other with { Places = ["352010000"] },
            Other with { Number = "85000001-ЗЦП2" },
            Other with { Number = "без номера" },
            Other with { AnnouncementId = Judged.AnnouncementId },
            Other with { StatusId = 370 },
            Other with { StatusId = 410 },
            Other with { StatusId = 430 },
            Other with { IsDeleted = true },
            Other with { Published = Given.AsOf.AddDays(1) },
        })
        {
            Assert.Equal(State.Clear, Judge(lot).State);
        }

        Assert.Equal(State.Clear, Judge(Other, Other with { Id = 3, Number = "85000002-ЗЦП2", Details = new("совсем другое описание бумаги", null) }).State);
        var chained = File(Other) with { Announcement = new Announcement { Id = Judged.AnnouncementId!.Value, ParentId = Other.AnnouncementId } };
        Assert.Equal(State.Clear, chained.Finding("KZ-31").State);
    }

    [Fact]
    public void Words_that_stand_with_three_kinds_of_things_describe_none()
    {
        Lot With(long id, string code) => Other with { Id = id, Number = $"{90_000_000 + id}-ЗЦП1", BuyerBin = "100000000001", Enstru = code };

        Assert.Equal(State.Fired, Judge(Other, With(3, "222925.700.000027"), With(4, "222925.900.000001")).State);
        Assert.Equal(["details_general"], Judge(Other, With(3, "222925.700.000027"), With(4, "310011.700.000000")).Missing);
    }

    [Fact]
    public void What_came_to_nothing_is_not_judged()
    {
        foreach (var status in new[] { 370, 410, 430 })
            Assert.Equal(["nothing_bought"], (File(Other) with { Lot = Judged with { StatusId = status } }).Finding("KZ-31").Exceptions);
        Assert.Equal(State.Fired, (File(Other) with { Lot = Judged with { StatusId = 360 } }).Finding("KZ-31").State);
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        Finding Without(Lot lot) => (File(Other) with { Lot = lot }).Finding("KZ-31");

        Assert.Equal(["buyer"], Without(Judged with { BuyerBin = null }).Missing);
        Assert.Equal(["enstru"], Without(Judged with { Enstru = null }).Missing);
        Assert.Equal(["details"], Without(Judged with { Details = new("согласно ТЗ", null) }).Missing);
        Assert.Equal(["places"], Without(Judged with { Places = [] }).Missing);
        Assert.Equal(["amount"], Without(Judged with { Amount = null }).Missing);
        Assert.Equal(["mci"], Without(Judged with { Published = Given.Astana(2014, 1, 10) }).Missing);
        Assert.Equal(["plan_number"], Without(Judged with { Number = "лот" }).Missing);
        Assert.Equal(["population"], (File(Other) with { Population = null }).Finding("KZ-31").Missing);
        Assert.Equal(["lot_fields"], Judge(Other with { Amount = null }).Missing);
    }

    [Fact]
    public void A_part_of_the_lots_may_fire_but_never_clear()
    {
        var first = DateOnly.FromDateTime(Judged.Published!.Value.DateTime).AddDays(-120);

        Assert.Equal(["lots_incomplete"], Given.File(Judged).In(new World { WholeFrom = null }).Finding("KZ-31").Missing);
        Assert.Equal(["lots_incomplete"], Given.File(Judged).In(new World { WholeFrom = first.AddDays(1) }).Finding("KZ-31").Missing);
        Assert.Equal(State.Clear, Given.File(Judged).In(new World { WholeFrom = first }).Finding("KZ-31").State);
        Assert.Equal(State.Fired, Given.File(Judged).In(new World { WholeFrom = null, Lots = [Other] }).Finding("KZ-31").State);
    }
}
