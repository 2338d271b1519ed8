using Bot.Tips;
using Risk;
using Xunit;

namespace Bot.Tests.Tips;

public sealed class SpokenOfTests
{
    [Theory]
    [InlineData("Мектепке парта тым қымбатқа алынды", "price")]
    [InlineData("Бағасы екі есе артық", "price")]
    [InlineData("Купили парты, цены завышены вдвое", "price")]
    [InlineData("The desks were far too expensive", "price")]
    [InlineData("Асханадағы тамақ нашар", "sector")]
    [InlineData("Крышу так и не отремонтировали, ремонта нет", "sector")]
    [InlineData("Жұмыс мерзімінде бітпеді", "execution")]
    [InlineData("Сорвали сроки, качество плохое", "execution")]
    [InlineData("The work is late and unfinished", "execution")]
    [InlineData("Тендерсіз алды", "method")]
    [InlineData("Заявки отклонили без причины", "rejection")]
    [InlineData("Ақшаны алдын ала төледі", "money")]
    public void Peoples_words_name_what_they_are_about(string tip, string family) => Assert.Equal([family], SpokenOf.In(tip));

    [Fact]
    public void A_story_may_be_about_several_things() =>
        Assert.Equal(["collusion", "price"], SpokenOf.In("Дорого, и похоже на сговор").Order());

    [Theory]
    [InlineData("")]
    [InlineData("пишу про краску, лот 85634585-ЗЦП1")]
    [InlineData("85634585-ЗЦП1 бояу туралы")]
    [InlineData("this is about the paint")]
    public void A_story_may_name_none(string tip) => Assert.Empty(SpokenOf.In(tip));

    [Fact]
    public void Every_family_that_is_named_is_one_of_the_engine() =>
        Assert.Subset(Families.All.ToHashSet(), SpokenOf.Named.ToHashSet());
}
