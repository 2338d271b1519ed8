using Procurement;
using Risk;
using Xunit;

namespace Library.Tests.Risk;

public class DumpingSharesTests
{
    private const int Tender = 2;
    private const int Points = 188;
    private static readonly DumpingShares Shares = Catalogue.Current.Dumping;
    private static readonly Methods Methods = Catalogue.Current.Methods;
    private static readonly DateOnly Now = new(2026, 3, 1);

    [Theory]
    [InlineData(DumpingKind.ConstructionWorks, "0.02")]
    [InlineData(DumpingKind.RoadRepair, "0.05")]
    [InlineData(DumpingKind.CurrentRepair, "0.20")]
    [InlineData(DumpingKind.Design, "0.10")]
    [InlineData(DumpingKind.Engineering, "0.10")]
    [InlineData(DumpingKind.SocialOrder, "0.10")]
    [InlineData(DumpingKind.Meals, "0.10")]
    [InlineData(DumpingKind.Other, "0.10")]
    [InlineData(DumpingKind.PriceProposals, "0.10")]
    [InlineData(DumpingKind.EShop, "0.30")]
    [InlineData(DumpingKind.Expertise, null)]
    [InlineData(DumpingKind.CollectiveRights, null)]
    public void Shares_are_those_of_the_rules(DumpingKind kind, string? share) => Assert.Equal(Number(share), Shares.Of(kind, Now));

    [Theory]
    [InlineData(2024, 12, 31, "0.05")]
    [InlineData(2025, 1, 1, "0.02")]
    [InlineData(2018, 12, 31, null)]
    public void The_floor_of_construction_changed_with_the_law(int year, int month, int day, string? share) =>
        Assert.Equal(Number(share), Shares.Of(DumpingKind.ConstructionWorks, new DateOnly(year, month, day)));

    [Fact]
    public void Other_floors_before_the_new_law_are_unknown() =>
        Assert.Null(Shares.Of(DumpingKind.PriceProposals, new DateOnly(2024, 12, 31)));

    [Theory]
    [InlineData(3, 1, null, null, "Бумага", DumpingKind.PriceProposals)]
    [InlineData(3, 2, true, null, "Работы по текущему ремонту", DumpingKind.PriceProposals)]
    [InlineData(60, 1, null, null, "Бумага", DumpingKind.EShop)]
    [InlineData(52, 3, null, null, "Услуги социального заказа", DumpingKind.SocialOrder)]
    [InlineData(120, 3, null, null, "Услуги", DumpingKind.Meals)]
    [InlineData(121, 1, null, null, "Молоко", DumpingKind.Other)]
    [InlineData(Tender, 1, null, null, "Мебель", DumpingKind.Other)]
    [InlineData(Tender, 1, null, 2, "Материалы для работ по текущему ремонту", DumpingKind.Other)]
    [InlineData(Tender, 2, true, null, "Работы по строительству школы", DumpingKind.ConstructionWorks)]
    [InlineData(Points, 2, null, null, "Работы по капитальному ремонту", DumpingKind.ConstructionWorks)]
    [InlineData(Tender, 2, null, null, "Работы по текущему ремонту здания", DumpingKind.CurrentRepair)]
    [InlineData(Tender, 2, null, null, "Работы по среднему ремонту автомобильных дорог", DumpingKind.RoadRepair)]
    [InlineData(Tender, 2, null, null, "РАБОТЫ ПО ТЕКУЩЕМУ РЕМОНТУ ЗДАНИЯ", DumpingKind.CurrentRepair)]
    [InlineData(Tender, 2, null, 2, "Работы", DumpingKind.Design)]
    [InlineData(Tender, 2, null, null, "Работы по разработке проектно-сметной документации", DumpingKind.Design)]
    [InlineData(Tender, 3, null, null, "Услуги по ведению технического надзора", DumpingKind.Engineering)]
    [InlineData(Tender, 2, null, null, "Работы по комплексной вневедомственной экспертизе проектов", DumpingKind.Expertise)]
    [InlineData(Tender, 3, null, null, "Услуги по организации питания", DumpingKind.Meals)]
    [InlineData(Tender, 3, null, null, "Услуги по уборке", DumpingKind.Other)]
    [InlineData(Tender, 2, false, null, "Работы по озеленению", DumpingKind.Other)]
    [InlineData(Tender, 2, null, null, "Работы по озеленению", null)]
    [InlineData(Tender, null, null, null, "Что-то", null)]
    [InlineData(Points, 3, null, null, "Услуги", null)]
    [InlineData(77, 1, null, null, "Уголь", null)]
    [InlineData(6, 1, null, null, "Уголь", null)]
    [InlineData(23, 1, null, null, "Уголь", null)]
    [InlineData(null, 1, null, null, "Уголь", null)]
    public void The_kind_follows_from_method_subject_signs_and_words(
        int? method, int? subject, bool? construction, int? design, string name, DumpingKind? kind)
    {
        var lot = Lot(method, subject, construction, design, name);

        Assert.Equal(kind, Shares.KindOf(lot, Methods));
    }

    [Theory]
    [InlineData("900000", true)]
    [InlineData("899000", true)]         // 0.001 of the sum away
    [InlineData("901000", true)]
    [InlineData("898999", false)]
    [InlineData("901001", false)]
    [InlineData("980000", false)]
    [InlineData("1000000", false)]
    public void A_bid_is_at_the_floor_within_a_thousandth_of_the_sum(string bid, bool expected) =>
        Assert.Equal(expected, Shares.IsAtFloor(Given.Lot(), Number(bid)!.Value, Methods));

    [Theory]
    [InlineData("980000", null)]         // a floor of construction, and it is not known whether this is construction
    [InlineData("800000", null)]
    [InlineData("970000", false)]
    public void An_unknown_kind_is_in_doubt_only_at_a_floor(string bid, bool? expected) =>
        Assert.Equal(expected, Shares.IsAtFloor(Lot(Tender, 2, null, null, "Работы"), Number(bid)!.Value, Methods));

    [Fact]
    public void Where_points_decide_every_bid_is_at_the_floor() =>
        Assert.True(Shares.IsAtFloor(Lot(Points, 2, null, null, "Работы"), 970_000, Methods));

    [Fact]
    public void Without_sum_or_day_and_in_the_e_shop_the_floor_is_unknown()
    {
        Assert.Null(Shares.IsAtFloor(Given.Lot() with { Amount = null }, 900_000, Methods));
        Assert.Null(Shares.IsAtFloor(Given.Lot() with { Amount = 0 }, 900_000, Methods));
        Assert.Null(Shares.IsAtFloor(Given.Lot() with { Published = null }, 900_000, Methods));
        Assert.Null(Shares.IsAtFloor(Given.Lot() with { MethodId = 60 }, 700_000, Methods));
    }

    [Fact]
    public void A_sum_of_nothing_has_no_floor() => Assert.False(Shares.IsAtFloor(0, 0, 0.1m));

    [Fact]
    public void The_bids_of_2023_at_ninety_five_percent_are_at_the_floor_of_their_time()
    {
        var share = Shares.Of(DumpingKind.ConstructionWorks, new DateOnly(2023, 6, 12));

        Assert.True(Shares.IsAtFloor(9_255_717_084.55m, 9_742_860_089m, share!.Value));
    }

    private static Lot Lot(int? method, int? subject, bool? construction, int? design, string name) => Given.Lot() with
    {
        MethodId = method,
        SubjectType = subject,
        IsConstruction = construction,
        DesignSign = design,
        Name = new(name, null),
        Details = default,
    };

    private static decimal? Number(string? text) =>
        text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
