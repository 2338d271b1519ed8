using Procurement;
using Risk;
using Xunit;

namespace Library.Tests.Risk;

public class BrandWithoutEquivalentTests
{
    private const decimal Limit = 4_325_000;    // 1,000 MCI of 2026

    private static Lot Lot(string details, decimal amount = 10_000_000) =>
        Given.Lot() with { Details = new(details, null), Amount = amount };

    private static Finding Judge(Lot lot) => Given.Compared(lot).Finding("KZ-20");

    [Theory]
    [InlineData("Ноутбук Lenovo, экран 15,6", "Lenovo")]
    [InlineData("Пассажирская Газель, кузов фургон", "Газель")]
    [InlineData("Колесо Gigant G-04-09-07", "Gigant")]
    [InlineData("Весы Zarya® настольные", "Zarya")]
    [InlineData("Стол производителя Ormatek из дуба", "Ormatek")]
    [InlineData("Аппарат Drager Babylog VN500. Аналоги не рассматриваются.", "Drager")]
    [InlineData("Молоко – только марки «Кипрей», 2,5 %", "Кипрей")]
    [InlineData("Бумага А4. Производитель: только ТОО \"ОртаҚағаз\"", "ОртаҚағаз")]
    public void A_name_without_an_equivalent_fires(string details, string word)
    {
        var finding = Judge(Lot(details));

        Assert.Equal(State.Fired, finding.State);
        Assert.Equal(word, finding.Facts["word"]);
    }

    [Theory]
    [InlineData("Бумага А4, белизна 146% CIE, 80 г/м2")]
    [InlineData("LED лампа 20 Вт, цоколь G13, IP65, USB 3.0, SSD 512GB, HDMI")]
    [InlineData("РазъемRJ45 категории 5")]
    [InlineData("Труба полиэтиленовая SDR 17 PE100, ГОСТ 18599, ISO 4427")]
    [InlineData("Бензин марки АИ-92")]
    [InlineData("Набор для определения HbA1c, TSH и D-dimer")]
    [InlineData("Ноутбук Lenovo или эквивалент")]
    [InlineData("Автомобиль Toyota Camry 2022 г.в. или аналог, с водителем")]
    [InlineData("Ноутбук Lenovo немесе баламасы")]
    [InlineData("Стол письменный, цвет «Дуб сонома»")]
    [InlineData("Асфальтобетонная смесь марки «тип а»")]
    [InlineData("Производитель: только Республика Казахстан")]
    [InlineData("Только «Дуб»")]
    [InlineData("Молоко марки «Кипрей» или аналог")]
    public void Ordinary_words_and_allowed_equivalents_are_clear(string details) => Assert.Equal(State.Clear, Judge(Lot(details)).State);

    [Theory]
    [InlineData(59, State.Clear)]
    [InlineData(60, State.Fired)]
    public void Equivalent_belongs_to_a_name_within_sixty_characters(int between, State expected) =>
        Assert.Equal(expected, Judge(Lot($"Ноутбук Lenovo{new string('.', between)}аналог")).State);

    [Theory]
    [InlineData(4_325_000, State.NotApplicable)]
    [InlineData(4_325_000.01, State.Fired)]
    public void Goods_by_price_proposals_may_be_named_while_the_volume_is_small(double amount, State expected)
    {
        var finding = Judge(Lot("Ноутбук Lenovo", (decimal)amount));

        Assert.Equal(expected, finding.State);
        Assert.Equal(expected == State.NotApplicable ? ["small_annual_volume"] : [], finding.Exceptions);
    }

    [Fact]
    public void The_volume_is_that_of_the_year()
    {
        var lot = Lot("Ноутбук Lenovo", 325_000);
        var other = Given.Lot() with { Id = 2, Number = "85000002-ЗЦП1", Amount = 4_000_000, Published = Given.Astana(2026, 1, 20) };

        Assert.Equal(State.NotApplicable, Given.File(lot).In(new World { Lots = [other] }).Finding("KZ-20").State);
        Assert.Equal(State.Fired, Given.File(lot).In(new World { Lots = [other with { Amount = 4_000_001 }] }).Finding("KZ-20").State);
        Assert.Equal(["population"], (Given.File(lot) with { Population = null }).Finding("KZ-20").Missing);
    }

    [Fact]
    public void Tenders_have_no_small_volume() =>
        Assert.Equal(State.Fired, Judge(Lot("Ноутбук Lenovo", Limit - 1) with { MethodId = 2 }).State);

    [Theory]
    [InlineData("Картридж для принтера Canon LBP722", 1, "installed_equipment")]
    [InlineData("Ролик для Xerox 3025", 1, "installed_equipment")]
    [InlineData("Ремонт насоса Grundfos UPS25, Siemens", 2, "installed_equipment")]
    [InlineData("Сопровождение программы Microsoft", 3, "installed_software")]
    [InlineData("Автомобиль Toyota в лизинг", 1, "leasing")]
    [InlineData("Смесь Bayer по заключению консилиума", 1, "medical_need")]
    public void Lawful_reasons_to_name_a_maker(string details, int subject, string exception) =>
        Assert.Equal([exception], Judge(Lot(details) with { SubjectType = subject }).Exceptions);

    [Theory]
    [InlineData("Ноутбук Lеnovo", State.Fired)]      // the е is Cyrillic
    [InlineData("Прибор ОMRON", State.Fired)]        // the О is Cyrillic
    [InlineData("Диск SSDа и FLASHка", State.Clear)]
    [InlineData("Кабель APPV 2x2.5", State.Clear)]
    [InlineData("Бумaга глянцевая", State.Clear)]    // a Latin a in a Russian word
    public void Letters_that_only_look_Latin_hide_a_word(string details, State expected)
    {
        var finding = Judge(Lot(details, 1000));

        Assert.Equal(expected, finding.State);
        Assert.Equal(expected == State.Fired ? "risk.KZ-20.sign.look_alike" : "risk.KZ-20.sign", finding.SignKey);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(23)]
    [InlineData(130)]
    [InlineData(126)]
    public void Other_methods_have_no_such_documents(int method) =>
        Assert.Equal(["method_without_documents"], Judge(Lot("Ноутбук Lenovo") with { MethodId = method }).Exceptions);

    [Fact]
    public void A_purchase_after_failure_keeps_the_rule_of_the_method_that_failed()
    {
        var lot = Lot("Ноутбук Lenovo", 1000) with { MethodId = 6 };

        Assert.Equal(State.Fired, Judge(lot with { PlannedMethodId = 2 }).State);
        Assert.Equal(State.NotApplicable, Judge(lot with { PlannedMethodId = 3 }).State);
        Assert.Equal(State.NotApplicable, Judge(lot with { PlannedMethodId = null }).State);
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        Assert.Equal(["method"], Judge(Lot("Lenovo") with { MethodId = null }).Missing);
        Assert.Equal(["details"], Judge(Lot("Lenovo") with { Details = new(" ", "Lenovo") }).Missing);
        Assert.Equal(["amount"], Judge(Lot("Lenovo") with { Amount = null }).Missing);
        Assert.Equal(["enstru"], Judge(Lot("Lenovo") with { Enstru = null }).Missing);
        Assert.Equal(["subject_type"], Judge(Lot("Lenovo") with { SubjectType = null }).Missing);
        Assert.Equal(["old_law"], Judge(Lot("Lenovo") with { Published = Given.Astana(2024, 5, 1) }).Exceptions);
    }
}
