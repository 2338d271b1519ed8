using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Risk;

/// <summary>
/// What a buyer's words say about a pack: how many pieces are in one (500 sheets), how much one holds (250 ml), and how many packs
/// the named unit really holds (a box of 5 packs). Two prices are compared only when the packs are the same.
/// </summary>
/// <param name="Pieces">Pieces in one pack; null when the words name none.</param>
/// <param name="Content">Content of one piece in grams or millilitres; null when the words name none.</param>
/// <param name="ContentUnit">"g" or "ml"; null without content.</param>
/// <param name="Boxed">Packs in one priced unit, at least 1.</param>
/// <param name="IsAmbiguous">The words name different sizes, so that none can be taken.</param>
public sealed partial record Pack(int? Pieces, decimal? Content, string? ContentUnit, int Boxed, bool IsAmbiguous)
{
    private const int MoreThanLitres = 25;

    /// <summary>The words name neither pieces nor content.</summary>
    public bool IsUnnamed => Pieces is null && Content is null && !IsAmbiguous;

    private static readonly SearchValues<string> BoxWords = SearchValues.Create(["короб", "ящик", "қорап", "жәшік"], StringComparison.Ordinal);

    /// <summary>Without one of these <see cref="Bare"/> finds nothing, and looks at every letter of a text for it.</summary>
    private static readonly SearchValues<string> PackWords = SearchValues.Create(["уп", "пач", "кор", "қор", "қаптама", "бума"], StringComparison.Ordinal);

    private static readonly Pack Unnamed = new(null, null, null, 1, IsAmbiguous: false);

    /// <summary>Reads a pack from free text in Russian or Kazakh; a text without one gives an unnamed pack.</summary>
    public static Pack Read(string? text)
    {
        if (!text.AsSpan().ContainsAnyInRange('0', '9'))
            return Unnamed;

        text = LowerCase.Of(text!).Replace('ё', 'е');
        var boxed = text.AsSpan().ContainsAny(BoxWords) ? Numbers(Packs().Matches(text)) : [];
        var counted = Numbers(Piece().Matches(text));
        counted = counted.Count > 0 || !text.AsSpan().ContainsAny(PackWords) ? counted : Numbers(Bare().Matches(text));
        var pieces = counted.Count > 0 || !text.Contains('№', StringComparison.Ordinal) ? counted : Numbers(NumberSign().Matches(text));
        var inSheets = Sheet().IsMatch(text);
        var contents = inSheets ? [] : Contents(text);

        return new Pack(
            pieces.Count == 1 ? pieces[0] : null,
            contents.Count == 1 ? contents[0].Value : null,
            contents.Count == 1 ? contents[0].Unit : null,
            boxed is [> 1] ? boxed[0] : 1,
            pieces.Count > 1 || contents.Count > 1 || boxed.Count > 1);
    }

    private static List<int> Numbers(MatchCollection matches) =>
        [.. matches.Select(match => int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture)).Where(n => n > 1).Distinct()];

    private static List<(decimal Value, string Unit)> Contents(string text) =>
        [.. Amount().Matches(text).Select(ContentOf).Where(content => content.Value > 0).Distinct()];

    private static (decimal Value, string Unit) ContentOf(Match match)
    {
        var number = decimal.Parse(match.Groups["n"].Value.Replace(',', '.'), CultureInfo.InvariantCulture);

        return match.Groups["u"].Value switch
        {
            "кг" => (number * 1000, "g"),
            "мл" => (number, "ml"),
            ['л', ..] when number >= MoreThanLitres => (0, "ml"),   // 100 л of paper are sheets
            ['л', ..] => (number * 1000, "ml"),
            _ => (number, "g"),
        };
    }

    [GeneratedRegex(@"(?<![0-9.,])(?<n>[0-9]{1,3})\s*(пачк|пачек|упаковк|упаковок|бума(?!г)|буда)")]
    private static partial Regex Packs();

    [GeneratedRegex(@"(?<![0-9.,])(?<n>[0-9]{1,5})[\s-]*(шт|лист|парақ|табл|капс|ампул|рулон|салфет|дана|л(?=\.|\)|\s+в\s+(пачк|упак)))")]
    private static partial Regex Piece();

    [GeneratedRegex(@"(?<![0-9.,])[0-9]{2,5}[\s-]*(лист|парақ|л(?=\.|\)|\s+в\s+пачк))")]
    private static partial Regex Sheet();

    /// <summary>"в упаковке 12", "пачка-500", "100/уп", "қорапта 50": a number beside a pack, without a word for what it counts.</summary>
    [GeneratedRegex(
        @"(?<![0-9.,])(?<n>[0-9]{1,5})\s*/\s*(уп|пач|кор|қор)" +
        @"|(?<!\p{L})(в\s+((1|одной|каждой)\s+)?(короб|упаков|пачк)\p{L}*|пачка|упаковка|коробка|уп\.?|(қора[пб]|қаптама|бума|пачка)\p{L}*[дт]а)" +
        @"\s*(по\s|[-–—:])?\s*(?<n>[0-9]{1,5})(?![0-9]|[.,][0-9]|\s*[\p{L}x×*/%°]|\s*[-–]\s*[0-9])")]
    private static partial Regex Bare();

    /// <summary>№50 of tablets, not of a school, a form or an order.</summary>
    [GeneratedRegex(
        @"(?<![\p{L}0-9]-?[0-9]?)(?<!(школ|сад|лице|гимназ|больниц|поликлин|приказ|прилож|форм|лот|кабинет|участ|дом|цех|смет|мектеп|бақша|бұйры)\p{L}*\s*)" +
        @"№\s*(?<n>[1-9][0-9]{0,3})(?![0-9,/]|\s*(мектеп|балабақша|лице|гимназ|аурухана|емхана|үй|қосымша))")]
    private static partial Regex NumberSign();

    [GeneratedRegex(@"(?<![0-9.,])(?!(19|20)[0-9][0-9]\s*г)(?<n>[0-9]{1,4}([.,][0-9]{1,3})?)\s*(?<u>кг|мл|литр|л|грамм|гр|г)(?![\p{L}/²0-9])(?!\s*/)")]
    private static partial Regex Amount();
}
