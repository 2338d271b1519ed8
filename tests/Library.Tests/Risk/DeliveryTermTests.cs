using Risk;
using Xunit;

namespace Library.Tests.Risk;

public class DeliveryTermTests
{
    [Theory]
    [InlineData("15 календарных дней", 15)]
    [InlineData("16 календарных дней со дня заключения договора", 16)]
    [InlineData("в течение 15 календарных дней после подписания договора", 15)]
    [InlineData("В течении 15-ти календарных дней со дня подписания договора", 15)]
    [InlineData("в течение 15 (пятнадцати) календарных дней с момента подписания договора", 15)]
    [InlineData("в течении 30 дней после заключения договора", 30)]
    [InlineData("15 к/дней с момента подписания договора", 15)]
    [InlineData("15дней", 15)]
    [InlineData("40календарных дней с момента подписания договора", 40)]
    [InlineData("С момента подписания договора 20 календарных дней", 20)]
    [InlineData("В течение 15 календарных дней со дня заключения Договора и регистрации его в территориальном подразделении Казначейства", 15)]
    [InlineData("с даты подписания договора в течение 10 дней", 10)]
    [InlineData("не позднее 5 календарных дней", 5)]
    [InlineData("3 дня", 3)]
    [InlineData("1 день", 1)]
    [InlineData("21 сутки", 21)]
    [InlineData("30 кал. дн.", 30)]
    [InlineData("10-15 дней", 15)]
    [InlineData("Поставка  товара осуществляется в течении  15 календарных дней после подписания договора", 15)]
    [InlineData("15 күнтізбелік күн", 15)]
    [InlineData("шартқа қол қойылған күннен бастап 20 күнтізбелік күн ішінде", 20)]
    [InlineData("Шарт жасалған күннен бастап 30 күн ішінде", 30)]
    [InlineData("20", 20)]
    [InlineData("1999 дней", 1999)]
    public void Calendar_days(string text, int days) => Assert.Equal(new DeliveryTerm(TermKind.CalendarDays, days), DeliveryTerm.Read(text));

    [Theory]
    [InlineData("В течении 15 рабочих дней с момента вступления договора в силу", 15)]
    [InlineData("с момента подписания договора в течение 15 рабочих дней", 15)]
    [InlineData("30 рабочих дней ", 30)]
    [InlineData("10 раб. дней", 10)]
    [InlineData("5 р/дней", 5)]
    [InlineData("5 (пять) рабочих дней", 5)]
    [InlineData("10 жұмыс күні ішінде", 10)]
    public void Working_days(string text, int days) => Assert.Equal(new DeliveryTerm(TermKind.WorkingDays, days), DeliveryTerm.Read(text));

    [Theory]
    [InlineData("до 31 декабря 2020 года", 2020, 12, 31)]
    [InlineData("до  02 июля 2020 года", 2020, 7, 2)]
    [InlineData("до 30.04.2026", 2026, 4, 30)]
    [InlineData("до 31.12.2020 включительно", 2020, 12, 31)]
    [InlineData("до 20.08.2020г", 2020, 8, 20)]
    [InlineData("30-07-2020", 2020, 7, 30)]
    [InlineData("30 август 2020года", 2020, 8, 30)]
    [InlineData("с 1 июля 2020 года по 31 декабря 2020 года", 2020, 12, 31)]
    [InlineData("С момента подписания договора по 31.12.2026 года", 2026, 12, 31)]
    [InlineData("до 1 мая 2026 г.", 2026, 5, 1)]
    [InlineData("31.12.26", 2026, 12, 31)]
    [InlineData("до 31 января 2026 года", 2026, 1, 31)]
    [InlineData("01.01.2015", 2015, 1, 1)]
    [InlineData("31.12.2050", 2050, 12, 31)]
    [InlineData("2026 жылғы 30 сәуірге дейін", 2026, 4, 30)]
    [InlineData("2026 жылдың 25 желтоқсанына дейін", 2026, 12, 25)]
    public void A_last_day(string text, int year, int month, int day) =>
        Assert.Equal(new DeliveryTerm(TermKind.UntilDay, Until: new DateOnly(year, month, day)), DeliveryTerm.Read(text));

    [Theory]
    [InlineData("По заявке заказчика в течение 15 дней.")]
    [InlineData("Срок поставки товара - не позднее 15-ти (пятнадцать)  календарных дней, с момента подачи заявки Заказчика")]
    [InlineData("согласно графику")]
    [InlineData("ежемесячно по 31.12.20")]
    [InlineData("по мере необходимости")]
    [InlineData("клиенттің өтініші бойынша 3-5 жұмыс күні ішінде")]
    [InlineData("Тапсырыс берушінің сұранысы бойынша 3 күн")]
    public void On_request_or_by_schedule(string text) => Assert.Equal(TermKind.OnRequest, DeliveryTerm.Read(text)?.Kind);

    [Theory]
    [InlineData("2000 дней")]         // five years and a half are no term of delivery
    [InlineData("31.12.2014")]        // a slip, and so are the next two
    [InlineData("01.01.2051")]
    [InlineData("август")]
    [InlineData("июнь-июль")]
    [InlineData("в течение года")]
    [InlineData("в течение 2020 года")]
    [InlineData("июнь 2020 года")]
    [InlineData("2 месяца")]
    [InlineData("6 месяцев со дня уведомления органов")]
    [InlineData("5 дней с момента получения уведомления о начале СМР")]
    [InlineData("после подписания договора")]
    [InlineData("согласно технической спецификации")]
    [InlineData("іс жүзінде")]
    [InlineData("31.09.2020")]
    [InlineData("не менее 15 календарных дней")]
    [InlineData("не ранее 10 дней")]
    [InlineData("первая партия 5 дней, остальное 40 дней")]
    [InlineData("0 дней")]
    [InlineData("9999 дней")]
    [InlineData("31.13.2026")]
    [InlineData("15.05.1999")]
    [InlineData("5 да 2026")]
    public void Words_that_bind_nobody_to_days(string text) => Assert.Equal(TermKind.Unclear, DeliveryTerm.Read(text)?.Kind);

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void No_words(string? text) => Assert.Null(DeliveryTerm.Read(text));
}
