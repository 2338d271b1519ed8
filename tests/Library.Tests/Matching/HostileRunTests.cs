using System.Diagnostics;
using System.Text;
using Matching;
using Xunit;
using Xunit.Abstractions;

namespace Library.Tests.Matching;

/// <summary>Texts that nobody would write, a great many of them, always the same.</summary>
public class HostileRunTests(ITestOutputHelper output)
{
    private const int Texts = 200_000;

    private static readonly (int First, int Last)[] Scripts =
        [(0x41, 0x7A), (0x410, 0x451), (0x492, 0x4E9), (0x391, 0x3C9), (0x621, 0x64A), (0x5D0, 0x5EA), (0x4E00, 0x4F00), (0x905, 0x939)];

    private static readonly string[] Signs =
        [" ", "  ", "\n", "\t", "-", "№", "#", "%", "\u200B", "\u202E", "\u0301", "\u00A0", "'", "\"", ",", ".", "/", "₸", "\0", "|", "=", "ﷺ", "ﬃ", "Ⅷ", "½", "İ"];

    private static readonly string[] Pieces = [.. SampleTexts.All.SelectMany(text => text.Split(' ')), .. SampleLots.All.SelectMany(lot =>
        new[] { lot.Number, lot.BuyerBin, lot.Name.Ru, lot.BuyerName.Ru }).OfType<string>(), "миллион", "жарым", "пол", "двадцать", "по", "мыңнан", "в", "2026"];

    [Fact]
    public void Two_hundred_thousand_texts_are_answered_and_never_with_more_than_certainty()
    {
        using var index = LotIndex.Build(SampleLots.All, SampleLots.Places);
        var matcher = new Matcher(index, _ => Named.Nothing);
        var worst = new (double Milliseconds, string Text)[4];
        var time = Stopwatch.StartNew();
        Parallel.For(0, worst.Length, part =>
        {
            var random = new Random(part);
            for (var i = part; i < Texts; i += worst.Length)
            {
                var text = Made(random);
                var begun = Stopwatch.GetTimestamp();
                Check(matcher, text);
                var taken = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
                if (i > 1000 && taken > worst[part].Milliseconds)
                    worst[part] = (taken, text);
            }
        });
        var (milliseconds, slowest) = worst.MaxBy(w => w.Milliseconds);
        output.WriteLine($"{Texts} texts in {time.Elapsed.TotalSeconds:F0} s, the slowest took {milliseconds:F1} ms ({slowest.Length} characters).");
    }

    private static void Check(Matcher matcher, string text)
    {
        try
        {
            var answer = matcher.Find(text);
            if (answer.Candidates.Count <= 3 && answer.Candidates.All(c => c.Confidence is >= 0 and <= 1))
                return;
        }
        catch (Exception e)
        {
            Assert.Fail($"{Shown(text)}: {e}");
        }

        Assert.Fail(Shown(text));
    }

    private static string Made(Random random)
    {
        var text = new StringBuilder();
        for (var length = random.Next(401) * random.NextDouble() * random.NextDouble(); text.Length < length;)
            AddPiece(text, random);
        return text.Length > 400 ? text.ToString(0, 400) : text.ToString();
    }

    private static void AddPiece(StringBuilder text, Random random)
    {
        switch (random.Next(9))
        {
            case 0:
                text.Append((char)random.Next(0xD800, 0xE000));
                break;
            case 1:
                text.Append(random.NextInt64(long.MaxValue >> random.Next(63)));
                break;
            case 2:
                text.Insert(text.Length, Signs[random.Next(Signs.Length)], random.Next(10) == 0 ? 60 : 1);
                break;
            case 3:
                text.Append((char)random.Next(0x10000), random.Next(8) == 0 ? 80 : 1);
                break;
            case 4:
                var (first, last) = Scripts[random.Next(Scripts.Length)];
                for (var left = random.Next(1, 14); left > 0; left--)
                    text.Append((char)random.Next(first, last + 1));
                break;
            default:
                var piece = Pieces[random.Next(Pieces.Length)];
                text.Append(piece.AsSpan(random.Next(3) == 0 ? random.Next(piece.Length + 1) : 0)).Append(random.Next(4) == 0 ? "" : " ");
                break;
        }
    }

    private static string Shown(string text) => string.Concat(text.Select(letter => letter is >= ' ' and < '\u007f' ? letter.ToString() : $"\\u{(int)letter:X4}"));
}
