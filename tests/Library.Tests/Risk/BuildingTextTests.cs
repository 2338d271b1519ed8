using Procurement;
using Risk;
using Xunit;

namespace Library.Tests.Risk;

/// <summary>What a lot's words say of the building: which, how many, what is done.</summary>
public class BuildingTextTests
{
    private static readonly Lot Works = Given.Lot() with { SubjectType = 2, Name = default, Details = new("Работы", null) };

    private static BuildingText Read(string? russian, string? kazakh = null) => BuildingText.Read(Works with { Details = new(russian, kazakh) })!;

    [Fact]
    public void Lots_about_building_are_known_by_subject_sign_or_words()
    {
        var goods = Works with { SubjectType = 1 };

        Assert.Null(BuildingText.Read(goods));
        Assert.Null(BuildingText.Read(goods with { DesignSign = 0, IsConstruction = false }));
        Assert.NotNull(BuildingText.Read(goods with { DesignSign = 1 }));
        Assert.NotNull(BuildingText.Read(goods with { IsConstruction = true }));
        Assert.NotNull(BuildingText.Read(goods with { Details = new("Технадзор", null) }));
        Assert.NotNull(BuildingText.Read(Works));
    }

    [Theory]
    [InlineData("Ремонт кровли и окон", "Roof, Windows")]
    [InlineData("Ремонт помещений", "Repair")]
    [InlineData("Ғимаратты жөндеу", "Repair")]
    [InlineData("Работы", "None")]
    [InlineData("Технадзор за ремонтом кровли", "Roof, Supervision")]
    public void The_work_is_named_by_its_words(string text, string works)
    {
        var expected = works.Split(", ").Select(Enum.Parse<WorkKinds>).Aggregate((one, other) => one | other);

        Assert.Equal(expected, Read(text).Works);
    }

    [Theory]
    [InlineData("улица Абая д. 10", 1)]
    [InlineData("улица Абая д. 10, улица Сатпаева д. 3", 2)]
    [InlineData("улица Абая д. 10; Сәтбаев көшесі 3", 2)]
    [InlineData("Сәтбаев көшесі 3", 1)]
    [InlineData("школа № 5", 1)]
    [InlineData("школа № 5; № 7 мектеп", 2)]
    [InlineData("№ 7 мектеп", 1)]
    [InlineData("школ № 1, 5 и садов № 2, 3, 4", 3)]       // the longer of two lists
    [InlineData("школ № 1, 5, 7", 3)]
    [InlineData("Работы", 0)]
    public void Addresses_and_institutions_are_counted(string text, int objects) => Assert.Equal(objects, Read(text).Objects);

    [Fact]
    public void One_address_is_the_object_and_of_several_none()
    {
        Assert.NotEqual(0, Read("улица Абая д. 10").Object);
        Assert.Equal(Read("улица Абая д. 10").Object, Read("ул. Абая, 10").Object);
        Assert.NotEqual(Read("улица Абая д. 10").Object, Read("улица Абая д. 12").Object);
        Assert.Equal(Read("школа № 5").Object, Read("лицея при школе № 05").Object);
        Assert.Equal(0, Read("улица Абая д. 10, улица Сатпаева д. 3").Object);
        Assert.Equal(Read("улица Абая д. 10").Object, Read("школа № 5, улица Абая д. 10").Object);
        Assert.Equal(0, Read("школа № 5, школа № 6").Object);
    }

    [Fact]
    public void The_kazakh_words_serve_where_there_are_no_russian_ones()
    {
        Assert.Equal(WorkKinds.Roof, Read(null, "Шатырды жөндеу").Works);
        Assert.Equal(WorkKinds.Windows, Read("Ремонт окон", "Шатырды жөндеу").Works);
    }
}
