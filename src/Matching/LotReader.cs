using Language;
using Procurement;

namespace Matching;

/// <summary>Turns the words of a lot into the terms of its buyer and of its item.</summary>
internal sealed class LotReader(PlaceBook places, Vocabulary words)
{
    /// <summary>Words that are read of one lot: technical specifications of pages add nothing that people say.</summary>
    private const int MostWords = 120;

    /// <summary>What abbreviations in buyers' names stand for.</summary>
    private static readonly Dictionary<string, string> Abbreviations = Tables.Lines("abbreviations.txt")
        .Select(line => line.Split('=')).ToDictionary(parts => SearchText.Fold(parts[0]), parts => parts[1].Trim());

    public static string UnitKey(Lot lot) =>
        $"{lot.BuyerBin}\n{SearchText.Fold($"{lot.BuyerName.Ru} {lot.BuyerName.Kz}")}\n{(lot.Places.Count > 0 ? lot.Places[0] : "")}";

    public static string ItemKey(Lot lot) => string.Join('\n', ItemTexts(lot));

    public Unit ReadUnit(Lot lot)
    {
        var tokens = new List<Token>();
        foreach (var text in (string?[])[lot.BuyerName.Ru, lot.BuyerName.Kz])
            tokens.AddRange(Tokens.Of(text ?? "", MostWords));
        tokens.AddRange(tokens.Where(t => Abbreviations.ContainsKey(t.Folded)).SelectMany(t => Tokens.Of(Abbreviations[t.Folded]))
            .ToList());
        var numbers = tokens.Where(t => t.IsNumber && t.Folded.Length <= 3).Select(t => int.Parse(t.Folded, null)).Distinct().Order();
        tokens.AddRange(lot.Places.Take(3).SelectMany(places.NamesUpwards).SelectMany(name => Tokens.Of(name)));
        return new Unit { Key = KeyOf(UnitKey(lot)), Numbers = [.. numbers], Terms = TermsOf(tokens) };
    }

    public Item ReadItem(Lot lot) => new()
    {
        Key = KeyOf(ItemKey(lot)),
        Terms = TermsOf(ItemTexts(lot).SelectMany(text => Tokens.Of(text, MostWords))),
    };

    private static IEnumerable<string> ItemTexts(Lot lot) => new[]
    {
        lot.Name.Ru, lot.Name.Kz, lot.Description.Ru, lot.Description.Kz, lot.Details.Ru, lot.Details.Kz,
        lot.AnnouncementTitle.Ru, lot.AnnouncementTitle.Kz,
    }.OfType<string>().Distinct();

    /// <summary>Stems of all words, and of neighbours written with a hyphen as one (Кара-Мурза, Карамурза).</summary>
    private int[] TermsOf(IEnumerable<Token> tokens)
    {
        var terms = new SortedSet<int>();
        Token? previous = null;
        foreach (var token in tokens)
        {
            if (!token.IsNumber)
                terms.Add(words.Add(token.Stem));
            if (previous is not null && token.Start == previous.Start + previous.Written.Length + 1 && !token.IsNumber && !previous.IsNumber
                && (token.Stem.Length < 7 || previous.Stem.Length < 5))
            {
                terms.Add(words.Add(Joined(previous, token)));
            }

            previous = token;
        }

        return [.. terms];
    }

    /// <summary>FNV-1a.</summary>
    private static ulong KeyOf(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in text)
            hash = unchecked((hash ^ letter) * 1099511628211UL);
        return hash;
    }

    /// <summary>The stem of two neighbours as one word.</summary>
    internal static string Joined(Token one, Token other) => Stem.Of(one.Folded + other.Folded);
}
