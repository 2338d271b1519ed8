using Language;
using Matching.Memory;
using Procurement;

namespace Matching;

/// <summary>What the names of a lot's buyer, or of the thing bought, are made of: stems, each once, and the numbers in a buyer's name.</summary>
internal sealed record Reading(IReadOnlyList<string> Stems, IReadOnlyList<int> Numbers);

/// <summary>Reads the words of a lot: of its buyer and place, and of the thing bought.</summary>
internal sealed class LotReader(PlaceBook places)
{
    /// <summary>Words that are read of one text of a lot: technical specifications of pages add nothing that people say.</summary>
    private const int MostWords = 120;

    /// <summary>A place of delivery says where; a purchase for a whole region says nothing.</summary>
    private const int MostPlaces = 3;

    /// <summary>Letters of two stems that people may write as one name.</summary>
    private const int LongestJoined = 12;

    /// <summary>What abbreviations in buyers' names stand for.</summary>
    private static readonly Dictionary<string, string> Abbreviations = Tables.Lines("abbreviations.txt")
        .Select(line => line.Split('=')).DistinctBy(parts => SearchText.Fold(parts[0]))
        .ToDictionary(parts => SearchText.Fold(parts[0]), parts => parts[1].Trim());

    /// <summary>The same for all lots of one buyer, under one name, at the same places.</summary>
    public static ulong UnitKey(Lot lot) =>
        Keys.Of([lot.BuyerBin, lot.BuyerName.Ru, lot.BuyerName.Kz, .. lot.Places.Take(MostPlaces)]);

    /// <summary>The same for all lots of one thing in one wording.</summary>
    public static ulong ItemKey(Lot lot) => Keys.Of(
        lot.Name.Ru, lot.Name.Kz, lot.Description.Ru, lot.Description.Kz, lot.Details.Ru, lot.Details.Kz,
        lot.AnnouncementTitle.Ru, lot.AnnouncementTitle.Kz);

    public Reading ReadUnit(Lot lot)
    {
        var tokens = new List<Token>();
        tokens.AddRange(Tokens.Of(lot.BuyerName.Ru ?? "", MostWords));
        tokens.AddRange(Tokens.Of(lot.BuyerName.Kz ?? "", MostWords));
        tokens.AddRange(tokens.Where(t => Abbreviations.ContainsKey(t.Folded)).SelectMany(t => Tokens.Of(Abbreviations[t.Folded])).ToList());
        var numbers = tokens.Where(t => t.IsNumber && t.Folded.Length <= 3).Select(t => int.Parse(t.Folded, null)).Distinct().Order().ToList();
        tokens.AddRange(lot.Places.Take(MostPlaces).SelectMany(places.NamesUpwards).SelectMany(name => Tokens.Of(name)));
        return new Reading(StemsOf(tokens, joinsWords: true), numbers);
    }

    public static Reading ReadItem(Lot lot)
    {
        IEnumerable<string> texts = new[]
        {
            lot.Name.Ru, lot.Name.Kz, lot.Description.Ru, lot.Description.Kz, lot.Details.Ru, lot.Details.Kz,
            lot.AnnouncementTitle.Ru, lot.AnnouncementTitle.Kz,
        }.OfType<string>().Distinct();
        return new Reading(StemsOf(texts.SelectMany(text => Tokens.Of(text, MostWords)), joinsWords: false), []);
    }

    /// <summary>Stems of all words, and in a buyer's name those of short neighbours as one word (Кара-Мурза, Ак Бота: Карамурза, Акбота).</summary>
    private static List<string> StemsOf(IEnumerable<Token> tokens, bool joinsWords)
    {
        var stems = new HashSet<string>(StringComparer.Ordinal);
        Token? previous = null;
        foreach (var token in tokens.Where(token => !token.IsNumber))
        {
            stems.Add(token.Stem);
            if (joinsWords && previous is not null && token.Start == previous.Start + previous.Written.Length + 1
                && previous.Stem.Length + token.Stem.Length <= LongestJoined)
                stems.Add(Stem.Of(previous.Folded + token.Folded));
            previous = token;
        }

        return [.. stems];
    }
}
