using Risk;
using Xunit;

namespace Library.Tests.Risk;

public class GroundsTests
{
    private static readonly Grounds Grounds = Catalogue.Current.Grounds;

    [Theory]
    [InlineData(1, "приобретения услуг, относящихся к сферам естественных монополий")]
    [InlineData(2, "приобретения товаров, услуг, являющихся объектами интеллектуальной собственности")]
    [InlineData(3, "предотвращения, локализации и (или) ликвидации кризисных ситуаций, последствий чрезвычайных ситуаций")]
    [InlineData(4, "за счет денег, выделенных из резерва Правительства Республики Казахстан")]
    [InlineData(5, "услуг по хранению материальных ценностей государственного материального резерва")]
    [InlineData(6, "осуществления оперативно-розыскной деятельности по делу оперативного учета")]
    [InlineData(7, "по предупреждению, пресечению и противодействию терроризму, экстремизму")]
    [InlineData(8, "услуг международных рейтинговых агентств, финансовых услуг")]
    [InlineData(9, "специализированных библиотек для незрячих и слабовидящих граждан")]
    [InlineData(10, "услуг по изготовлению государственных и ведомственных наград и документов к ним")]
    [InlineData(11, "осуществляемого в соответствии с международными договорами Республики Казахстан, по перечню")]
    [InlineData(12, "связанных с использованием денег грантов")]
    [InlineData(13, "подготовке, переподготовке и повышению квалификации работников за рубежом")]
    [InlineData(14, "услуг по лечению граждан Республики Казахстан за рубежом")]
    [InlineData(15, "загранучреждениями Республики Казахстан")]
    [InlineData(16, "товаров, услуг, связанных с представительскими расходами")]
    [InlineData(17, "предоставлению информации международными и (или) зарубежными информационными организациями")]
    [InlineData(18, "приобретения специальных социальных услуг, предусмотренных гарантированным объемом")]
    [InlineData(19, "государственными предприятиями учреждений уголовно-исполнительной (пенитенциарной) системы")]
    [InlineData(20, "по основному предмету деятельности таких государственных предприятий")]
    [InlineData(21, "для обеспечения охраны и безопасности")]
    [InlineData(22, "содержания, обслуживания и функционирования государственных резиденций")]
    [InlineData(23, "либо его ведомства осуществляют управление")]
    [InlineData(24, "консультационных и юридических услуг по оценке перспектив разбирательств")]
    [InlineData(25, "приобретения товаров, работ, услуг у лица, определенного законами Республики Казахстан")]
    [InlineData(26, "соответствующие полномочия которых, в том числе государственного органа, установлены законами")]
    [InlineData(27, "услуг по подготовке космонавтов")]
    [InlineData(28, "не превышает стократного размера месячного расчетного показателя")]
    [InlineData(29, "участия в творческих состязаниях (конкурсах, олимпиадах)")]
    [InlineData(30, "товаров, являющихся культурными ценностями")]
    [InlineData(31, "приобретения материалов выставок, семинаров, конференций")]
    [InlineData(32, "для осуществления сценических представлений")]
    [InlineData(33, "размещения заказа на посещение зоопарка, театра")]
    [InlineData(34, "авторскому надзору за строительством, реконструкцией")]
    [InlineData(35, "ежедневной и (или) еженедельной потребности на период до подведения итогов")]
    [InlineData(36, "подготовки спортивных национальных и сборных команд")]
    [InlineData(37, "средствами криптографической защиты информации")]
    [InlineData(38, "услуг по аренде здания, строения, сооружения")]
    [InlineData(39, "услуг инватакси")]
    [InlineData(40, "деятельности подразделений специального назначения")]
    [InlineData(41, "реализацию критически важных объектов")]
    [InlineData(42, "заключившего соглашение об инвестициях")]
    [InlineData(43, "предметом офтейк-контрактов")]
    [InlineData(3, "ликвидации технологических нарушений на электроэнергетических объектах")]
    [InlineData(8, "страхованию профессиональной ответственности медицинского работника")]
    [InlineData(10, "печатной продукции, требующей специальной степени защиты")]
    [InlineData(27, "техническому обслуживанию и ремонту авиационной техники")]
    [InlineData(28, "работ и услуг не превышает пятисоткратного размера месячного расчетного показателя")]
    [InlineData(30, "в том числе музейных предметов и музейных коллекций")]
    public void Words_of_the_law_lead_to_one_ground(int number, string text) => Assert.Equal(number, Grounds.Of(text)?.Number);

    [Fact]
    public void Case_spaces_and_the_letter_yo_do_not_matter() =>
        Assert.Equal(25, Grounds.Of("  ПРИОБРЕТЕНИЯ у лица,\n определённого   Законами ")?.Number);

    [Theory]
    [InlineData("годовой объем не превышает восьмитысячекратного размера месячного расчетного показателя")]
    [InlineData("однородных товаров, годовой объем которых не превышает четырехтысячекратного размера месячного расчетного показателя")]
    [InlineData("решающим условием является цена")]
    [InlineData("услуг инватакси и офтейк-контрактов")]
    [InlineData("")]
    [InlineData(null)]
    public void Other_texts_and_texts_of_two_grounds_lead_to_none(string? text) => Assert.Null(Grounds.Of(text));

    [Fact]
    public void There_are_forty_three_with_short_titles_and_words_of_their_own()
    {
        Assert.Equal(Enumerable.Range(1, 43), Grounds.All.Select(ground => ground.Number));
        Assert.All(Grounds.All, ground =>
            Assert.All(new[] { ground.Ru, ground.Kk, ground.En }, title => Assert.InRange(title.Length, 5, 70)));
        Assert.All(Grounds.All, ground => Assert.All(ground.Words, word =>
        {
            Assert.Equal(word.ToLowerInvariant().Replace('ё', 'е'), word);
            Assert.Equal(ground, Grounds.Of(word));
        }));
    }

    [Theory]
    [InlineData(GroundTrait.SmallVolume, "28")]
    [InlineData(GroundTrait.LawfulList, "1 2 23 24 25 26 27")]
    [InlineData(GroundTrait.Emergency, "3")]
    [InlineData(GroundTrait.UntilResults, "35")]
    [InlineData(GroundTrait.Secret, "6 12 21 22 24")]
    [InlineData(GroundTrait.ThreeOffers, "5 18 32 35 36 38 39")]
    [InlineData(GroundTrait.OutsidePlan, "3 6 21 22 23 24")]
    [InlineData(GroundTrait.OutsidePortal, "3 6 11 12 13 14 15 17 21 22 23 24 27")]
    public void Traits_belong_to_the_grounds_that_the_law_names(GroundTrait trait, string numbers) =>
        Assert.Equal(numbers, string.Join(' ', Grounds.All.Where(ground => ground.Is(trait)).Select(ground => ground.Number)));

    [Fact]
    public void A_ground_is_found_by_its_number()
    {
        Assert.True(Grounds.Of(28)?.Is(GroundTrait.SmallVolume));
        Assert.Null(Grounds.Of(44));
    }
}
