using FsCheck;
using FsCheck.Fluent;
using Matching;
using Xunit;

namespace Library.Tests.Matching;

public class HostileTextTests
{
    private static readonly LotIndex Index = LotIndex.Build(SampleLots.All, SampleLots.Places);
    private static readonly Matcher Matcher = new(Index, _ => Named.Nothing);

    [Fact]
    public void Any_text_is_answered() => Prop.ForAll<string>(text =>
    {
        var answer = Matcher.Find(text ?? "");
        return answer.Candidates.Count <= 3 && answer.Candidates.All(c => c.Confidence is >= 0 and <= 1);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Theory]
    [InlineData("школа ")]
    [InlineData("1 000 000 ")]
    [InlineData("бес жүз мың ")]
    [InlineData("\u200B\u202E№")]
    [InlineData("абвгдежз")]
    [InlineData("\uD83D")]
    [InlineData("<b>&amp;</b>")]
    public void A_hundred_thousand_letters_are_answered(string piece) =>
        Assert.True(Matcher.Find(string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length))).Candidates.Count <= 3);

    [Fact]
    public void The_order_of_loading_changes_nothing()
    {
        string[] texts = ["Тараз школа 12 ремонт столовой", "садик игрушки 900 тысяч", "ноутбук", "больница",
            "Сарқан жол 80 миллион", "школа"];
        foreach (var seed in Enumerable.Range(1, 5))
        {
            var lots = SampleLots.All.ToArray();
            new Random(seed).Shuffle(lots);
            using var shuffled = LotIndex.Build(lots, SampleLots.Places.Reverse());
            var other = new Matcher(shuffled, _ => Named.Nothing);
            foreach (var text in texts)
            {
                Assert.Equal(
                    Matcher.Find(text, most: 10).Candidates.Select(c => (c.LotId, c.Confidence)),
                    other.Find(text, most: 10).Candidates.Select(c => (c.LotId, c.Confidence)));
            }
        }
    }
}
