using Risk;
using Xunit;

namespace Library.Tests.Risk;

public class PackTests
{
    [Fact]
    public void Digits_of_other_scripts_are_no_number() => Assert.True(Pack.Read("٥٠٠ листов, 5 упаковок").IsUnnamed);

    [Theory]
    [InlineData("Формат-A4, Пачка-500 листов, (в упаковке) в Коробке-5 пачек", 500, 5)]
    [InlineData("Бумага А4, 500 листов в пачке", 500, 1)]
    [InlineData("в пачке не менее 500 л., 80гр., класс С", 500, 1)]
    [InlineData("500л. 80гр. класс С белая", 500, 1)]
    [InlineData("Коннекторы RJ45 Cat.6, UTP, (100 шт)", 100, 1)]
    [InlineData("Ручка синяя. В 1 упаковке 12 шт", 12, 1)]
    [InlineData("100шт в упаковке", 100, 1)]
    [InlineData("600 шт/уп (лаб.плат)", 600, 1)]
    [InlineData("Мукалтин 50 мг №30 табл.", 30, 1)]
    [InlineData("Омез® капсулы 40 мг №28 РК-ЛС-5№016782", 28, 1)]
    [InlineData("Бумага туалетная в упаковке 12 рулонов", 12, 1)]
    [InlineData("бір қорапта 5 бума, әр бумада 500 парақ", 500, 5)]
    [InlineData("қаптамада 20 дана", 20, 1)]
    [InlineData("қорапта 50 дана", 50, 1)]
    [InlineData("қорапта 50", 50, 1)]
    [InlineData("әр қорабында 50", 50, 1)]
    [InlineData("500 парақ", 500, 1)]
    [InlineData("бір бумада 500 парақтан", 500, 1)]
    [InlineData("бумада: 500", 500, 1)]
    [InlineData("қаптамасында 12", 12, 1)]
    [InlineData("пачкада 500", 500, 1)]
    [InlineData("перчатки, в коробке 50", 50, 1)]
    [InlineData("в упаковке 12, белые", 12, 1)]
    [InlineData("в одной упаковке по 100", 100, 1)]
    [InlineData("в пачке 500", 500, 1)]
    [InlineData("Пачка-500", 500, 1)]
    [InlineData("100/уп", 100, 1)]
    [InlineData("№50", 50, 1)]
    [InlineData("Витамин С №50", 50, 1)]
    [InlineData("таблетки №10 в упаковке", 10, 1)]
    [InlineData("таблетки №10, 30 шт", 30, 1)]      // pieces that are counted say more than a number sign
    [InlineData("500 листов", 500, 1)]
    [InlineData("250 листов/пач", 250, 1)]
    public void Pieces_and_boxes_are_read(string text, int pieces, int boxed)
    {
        var pack = Pack.Read(text);

        Assert.Equal((pieces, boxed), (pack.Pieces, pack.Boxed));
        Assert.False(pack.IsAmbiguous);
    }

    [Theory]
    [InlineData("Гель для мытья посуды 250 мл", 250, "ml")]
    [InlineData("жидкое мыло 5 л", 5000, "ml")]
    [InlineData("порошок автомат 6кг в упаковке", 6000, "g")]
    [InlineData("сода пищевая(300 грамм в пачке)", 300, "g")]
    [InlineData("молоко 0,5 литр", 500, "ml")]
    public void Content_is_read_in_grams_and_millilitres(string text, int amount, string unit)
    {
        var pack = Pack.Read(text);

        Assert.Equal((amount, unit), ((int)pack.Content!, pack.ContentUnit));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Бумага белая, плотность 80 г/м2")]
    [InlineData("Скобы для степлера №24/6")]
    [InlineData("автомобиль 2019 г. выпуска")]
    [InlineData("1 шт")]
    [InlineData("в коробке 24x36")]
    [InlineData("в коробке 24-36")]
    [InlineData("для школы №50")]
    [InlineData("№50 мектеп үшін")]
    [InlineData("согласно приложению №12")]
    [InlineData("в упаковке 2,5")]
    public void Other_numbers_are_not_packs(string? text) => Assert.True(Pack.Read(text).IsUnnamed);

    [Theory]
    [InlineData("мешки 20 шт и 10 шт")]
    [InlineData("3 пачки по 30 кг, финиш 25 кг")]
    public void Different_sizes_in_one_text_are_ambiguous(string text) => Assert.True(Pack.Read(text).IsAmbiguous);

    [Theory]
    [InlineData("5 пачек по 500 листов", 500, null, 1)]                 // packs are counted only in a box
    [InlineData("коробка, 5 пачек по 500 листов", 500, null, 5)]
    [InlineData("коробка, 1 пачка, 500 листов", 500, null, 1)]
    [InlineData("в пачке 500 листов, 80 г", 500, null, 1)]              // the weight of paper is not what a pack holds
    [InlineData("мыло 250 мл", null, 250, 1)]
    [InlineData("бумага 24 л", null, 24_000, 1)]
    [InlineData("бумага 25 л", null, null, 1)]                          // so many litres are sheets
    public void What_a_pack_is_is_read_without_a_doubt(string text, int? pieces, int? content, int boxed) =>
        Assert.Equal((pieces, (decimal?)content, boxed, false),
            (Pack.Read(text).Pieces, Pack.Read(text).Content, Pack.Read(text).Boxed, Pack.Read(text).IsAmbiguous));
}
