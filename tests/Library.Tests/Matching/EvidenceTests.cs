using Matching;
using Xunit;

namespace Library.Tests.Matching;

public class EvidenceTests
{
    private static readonly LotIndex Index = LotIndex.Build(SampleLots.All, SampleLots.Places);
    private static readonly Matcher Matcher = new(Index, _ => Named.Nothing);

    public static TheoryData<string> Texts { get; } =
    [
        .. SampleTexts.All,
        "Школа  двадцать   пятая,\nКазалы, ноутбуки",
        "двадцать-пятая школа Казалы",
        "Тараз, школа\u00a0№\u00a012, столовая за 41\u00a0200\u00a0000\u00a0тенге",
        "ТАРАЗ, ШКОЛА №12, СТОЛОВАЯ, СОРОК ОДИН МИЛЛИОН",
        "Сарқан: он төрт жарым  миллион машина",
        "Урджар больница, 3000  штук шприцов, 690  тысяч",
        "мел, полмиллиона",
        "Taraz, school #12: canteen, 41.2mln",
        "8-ші мектеп, 12,7млн теңгеге асхана",
        "Қазалы 25-мектеп 260000-нан ноутбук",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Every_reason_is_in_the_persons_own_words(string text)
    {
        var answer = Matcher.Find(text, most: 10);
        Assert.NotEmpty(answer.Candidates);
        Assert.NotEmpty(answer.Candidates[0].Evidence);
        Assert.All(answer.Candidates.SelectMany(c => c.Evidence), e => Assert.Contains(Seen(e.Words), Seen(text), StringComparison.Ordinal));
    }

    /// <summary>A word may stand in a text more than once, and is one reason all the same.</summary>
    [Theory]
    [MemberData(nameof(Texts))]
    public void No_reason_is_told_twice(string text) =>
        Assert.All(Matcher.Find(text + "\n" + text, most: 10).Candidates, c => Assert.Equal(c.Evidence.Distinct(), c.Evidence));

    /// <summary>The letters and digits of a text: what stands between the words of a number may be told otherwise (12,7млн – 12,7 млн).</summary>
    private static string Seen(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && letter != '-'));
}
