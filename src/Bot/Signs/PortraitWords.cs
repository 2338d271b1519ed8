using Bot.Conversation;
using Bot.Lots;
using Procurement;
using Risk.Pictures;
using Risk.Portraits;

namespace Bot.Signs;

/// <summary>A buyer's figures in words and as a picture; the picture says nothing that the words do not.</summary>
internal static class PortraitWords
{
    /// <summary>Figures that are shares, told as whole percents.</summary>
    private static readonly HashSet<string> Shares = ["one_source", "amended", "late", "saving"];

    public static Say Tell(BuyerPortrait portrait, Bilingual name)
    {
        var head = Phrase.Of("portrait.buyer", ("name", LotCard.Named(name)), ("bin", Risk.Populations.Numbers.Bin(portrait.Bin)),
            ("count", portrait.Contracts), ("sum", portrait.Sum));
        var lines = portrait.Figures.Select(Line).ToList();
        var say = Say.All(head).Then(lines.Count == 0 ? [new Phrase("portrait.too_few")] : [new Phrase("portrait.head"), .. lines]);
        return portrait.Figures.Any(figure => figure.Peers is not null) ? say with { Sketch = Sketched(portrait.Figures, lines) } : say;
    }

    private static Phrase Line(Figure figure) => figure.Peers is { } peers
        ? Phrase.Of("portrait.beside", ("figure", Named(figure)), ("median", Told(figure.Key, peers.Median)), ("count", peers.Count))
        : Named(figure);

    private static Phrase Named(Figure figure) =>
        Phrase.Of("portrait.figure." + figure.Key, ("value", Told(figure.Key, figure.Value)), ("count", figure.Of));

    private static Phrase Told(string key, double value) => Shares.Contains(key)
        ? Phrase.Of("portrait.percent", ("value", (int)Math.Round(value * 100)))
        : Phrase.Of("portrait.number", ("value", Math.Round((decimal)value, 1)));

    private static Sketch Sketched(IReadOnlyList<Figure> figures, IReadOnlyList<Phrase> lines) => new(
        Phrase.Of("portrait.picture", ("figures", lines)),
        say => PortraitPicture.Draw(figures, new(say(Phrase.Of("portrait.picture", ("figures", lines))), [.. lines.Select(say)])));
}
