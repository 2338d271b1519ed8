using Language;
using Xunit;

namespace Library.Tests.Language;

/// <summary>Nothing that a person can send makes a reader throw.</summary>
public class HostileReadingTests
{
    private static readonly string[] Pieces =
        ("в 20 2020 года жылы июне маусым last 31 02 . / - ₸ № мың миллион жарым пара сто one and a half из по each қайта жариял раз үшінші рет " +
        "двадцать первого зимой may 15 әң q 'y ' \u0301 \uD800 9999999999 1,5 к тг past өткен").Split(' ');

    [Fact]
    public void Any_text_is_read()
    {
        var random = new Random(11);
        for (var i = 0; i < 20_000; i++)
        {
            var words = Enumerable.Range(0, random.Next(12)).Select(_ => Pieces[random.Next(Pieces.Length)]);
            var text = string.Join(random.Next(4) == 0 ? "" : " ", words);
            Assert.NotNull(Quantities.Of(text));
            Assert.NotNull(Periods.In(text, new DateOnly(2026, 2, 28)));
            Assert.True(Attempts.In(text) is null or (>= 1 and <= 20));
            Assert.InRange(LanguageOf.Classify(text).Confidence, 0, 1);
        }
    }
}
