using System.Text.RegularExpressions;
using Bot.Conversation;
using Matching;
using Procurement;

namespace Bot.Lots;

/// <summary>A lot in one line, and why it was thought of in another.</summary>
public static partial class LotCard
{
    private const int LongestName = 90;    // a card must be read on a small telephone

    public static Phrase Line(int number, Lot lot) => Phrase.Of("lots.line",
        ("number", number), ("title", Title(lot)), ("buyer", Buyer(lot)), ("amount", Amount(lot)), ("day", lot.Published));

    public static Phrase Short(Lot lot) => Phrase.Of("lots.short", ("title", Title(lot)), ("buyer", Buyer(lot)), ("amount", Amount(lot)), ("lot", lot.Number));

    public static Phrase Why(IReadOnlyList<Evidence> evidence)
    {
        var agree = evidence.Where(reason => reason.Agrees).Select(Reason).ToList();
        var differ = evidence.Where(reason => !reason.Agrees).Select(Reason).ToList();
        return agree.Count == 0 ? new Phrase("lots.why_little")
            : differ.Count == 0 ? Phrase.Of("lots.why", ("reasons", agree))
            : Phrase.Of("lots.why_but", ("reasons", agree), ("differences", differ));
    }

    /// <summary>What is bought, in the buyer's own words where they say more than the classifier.</summary>
    public static Bilingual Title(Lot lot) => new(
        Cut(Joined(lot.Name.Ru, lot.Details.Ru)), Cut(Joined(lot.Name.Kz ?? lot.Name.Ru, lot.Details.Kz ?? lot.Details.Ru)));

    /// <summary>The buyer's name without its legal form.</summary>
    public static Bilingual Buyer(Lot lot) => Named(lot.BuyerName);

    public static Bilingual Named(Bilingual name) => new(Cut(Plain(name.Ru)), Cut(Plain(name.Kz ?? name.Ru)));

    private static Phrase Amount(Lot lot) =>
        lot.Amount is { } amount ? Phrase.Of("lots.amount", ("amount", amount)) : new Phrase("lots.no_amount");

    private static Phrase Reason(Evidence reason) =>
        Phrase.Of("lots.reason_" + reason.Kind.ToString().ToLowerInvariant(), ("words", reason.Words));

    private static string? Joined(string? name, string? details) =>
        string.IsNullOrWhiteSpace(details) || (name is not null && details.StartsWith(name, StringComparison.OrdinalIgnoreCase)) ? details ?? name
        : name is null ? details : $"{name}: {details}";

    private static string? Plain(string? name) => name is null ? null : Superior().Replace(LegalForm().Replace(name, ""), "$1").Trim();

    private static string? Cut(string? text)
    {
        if (text is null || text.Length <= LongestName)
            return text;
        var end = text.LastIndexOf(' ', LongestName);
        return text[..(end > LongestName / 2 ? end : LongestName)].TrimEnd(',', '.', ' ') + "…";
    }

    [GeneratedRegex(Form + @"\s+(?=[""«])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LegalForm();

    /// <summary>Whom the buyer answers to: the end of most names, and no help in telling two schools apart.</summary>
    [GeneratedRegex(@"^(.{15,}?)[\s,]+(ГУ\s+)?[""«]?(управлени[ея]|государственного учреждения)\b.*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Superior();

    private const string Form = @"^\s*(КГУ|ГУ|РГУ|ГККП|КГКП|КГП( на ПХВ)?|РГП( на ПХВ)?|"
        + @"(Республиканское|Коммунальное|Государственное)( (государственное|коммунальное))?( казенное| казённое)?"
        + @"( предприятие| учреждение)( на праве хозяйственного ведения| на праве оперативного управления)?)";
}
