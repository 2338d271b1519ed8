using System.Globalization;

namespace Procurement.Ocds;

/// <summary>Between the portal's codes and the closed code lists of the standard.</summary>
internal static class Codes
{
    private static readonly string[] Subjects = ["goods", "works", "services"];

    /// <summary>
    /// Methods by their ids at the portal [RefTradeMethods]: symbol, and what the standard calls them; null where it is not plain.
    /// </summary>
    private static readonly Dictionary<int, (string Symbol, string? Method)> Methods = new()
    {
        [2] = ("ОК", "open"),
        [3] = ("ЗЦП", "open"),
        [6] = ("ОИ", "direct"),
        [7] = ("АУК", "open"),
        [8] = ("ЧТБ", "open"),
        [22] = ("ДК", "open"),
        [23] = ("ОИПД", "direct"),
        [32] = ("КПКО", "selective"),
        [50] = ("ЗЖ", null),
        [52] = ("ГСЗ", null),
        [55] = ("ЗЖнеГЗ", null),
        [60] = ("ЭМ", null),
        [77] = ("АУК", "open"),
        [78] = ("АУК", "open"),
        [105] = ("ОИнеГЗ", "direct"),
        [120] = ("КпОПО", "open"),
        [121] = ("КППТСОПО", "open"),
        [122] = ("УсГосОбЗ", null),
        [123] = ("ИОИППЗДнеГЗ", "direct"),
        [124] = ("ОТ", "open"),
        [125] = ("ОИнеГЗ", "direct"),
        [126] = ("ЗЦПнеГЗ", "open"),
        [128] = ("КСП", null),
        [130] = ("ГЗПОП", null),
        [131] = ("ИОИППЗДМОН", "direct"),
        [132] = ("РС", "open"),
        [133] = ("КиРС", "selective"),
        [160] = ("ЭМнеГЗ", null),
        [177] = ("АнеГЗ", "open"),
        [178] = ("АнеГЗ", "open"),
        [188] = ("КРБС", "open"),
        [190] = ("ТОП", null),
        [200] = ("ТРБС", "open"),
        [201] = ("КСПК", "open"),
        [202] = ("ТСПК", "open"),
    };

    public static string? Method(int? id) => id is { } known && Methods.TryGetValue(known, out var method) ? method.Method : null;

    /// <summary>Free text of the standard: the portal's symbol with its id, "ЗЦП (3)"; the id alone when it is new to us.</summary>
    public static string? MethodDetails(int? id) => id switch
    {
        null => null,
        { } known when Methods.TryGetValue(known, out var method) => $"{method.Symbol} ({known})",
        _ => $"({id})",
    };

    /// <summary>The id out of <see cref="MethodDetails"/>; null for words of another publisher.</summary>
    public static int? MethodId(string? details)
    {
        var open = details?.LastIndexOf('(') ?? -1;
        if (open < 0 || details![^1] != ')')
            return null;
        return int.TryParse(details.AsSpan(open + 1)[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
    }

    /// <summary>The id of a symbol that only one method has; the portal's auctions share theirs with older auctions.</summary>
    public static int? MethodIdOf(string? symbol)
    {
        var ids = Methods.Where(method => method.Value.Symbol == symbol).Select(method => method.Key).Take(2).ToList();
        return ids is [var one] ? one : null;
    }

    public static string? Category(int? subject) => subject is >= 1 and <= 3 ? Subjects[subject.Value - 1] : null;

    public static int? Subject(string? category) => Array.IndexOf(Subjects, category) is >= 0 and var index ? index + 1 : null;

    /// <summary>Of announcements and lots, whose codes agree.</summary>
    public static string? TenderStatus(int? status) => status switch
    {
        null => null,
        < 190 => "planned",
        350 or 360 => "complete",
        370 => "unsuccessful",
        410 or 430 => "cancelled",    // the standard's "withdrawn" says that nothing more will be published
        _ => "active",
    };

    /// <summary>The portal's code that says the least that the word says: active is "published".</summary>
    public static int? StatusId(string? status, int complete) => status switch
    {
        "active" => 210,
        "complete" => complete,
        "unsuccessful" => 370,
        "cancelled" => 430,
        _ => null,
    };

    /// <summary>Contracts that have come to their end, well or early, are terminated in the standard's words.</summary>
    public static string? ContractStatus(int? status) => status switch
    {
        null => null,
        < 185 => "pending",
        330 or 420 or 430 => "cancelled",
        340 or 350 or 390 or 470 or 480 or (>= 461 and <= 464) => "terminated",
        _ => "active",
    };

    /// <summary>How the portal words what became of an offer.</summary>
    public static string BidStatus(string? word)
    {
        if (word is null)
            return "pending";
        return word.Contains("тклон", StringComparison.OrdinalIgnoreCase) ? "disqualified"
            : word.Contains("тозван", StringComparison.OrdinalIgnoreCase) ? "withdrawn"
            : "valid";
    }

    /// <summary>The portal's word for an offer that did not win.</summary>
    public static string? StatusName(string? status) => status switch
    {
        "valid" => "Подано",
        "disqualified" => "Отклонено",
        "withdrawn" => "Отозвано",
        _ => null,
    };

    public static bool IsWinner(string? word) => word == Winner;

    public const string Winner = "Победитель";
}
