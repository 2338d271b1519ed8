namespace Procurement;

/// <summary>
/// The symbols of the methods of purchase that stand in lot numbers, in the portal's own mixed-case spelling
/// [RefTradeMethods.symbolCode, 35 methods as of July 2026].
/// </summary>
public static class MethodSymbols
{
    private static readonly string[] InOrder =
    [
        "ИОИППЗДнеГЗ", "ИОИППЗДМОН", "УсГосОбЗ", "КППТСОПО", "ЗЦПнеГЗ", "ОИнеГЗ", "ЭМнеГЗ", "ЗЖнеГЗ", "АнеГЗ", "КпОПО", "ГЗПОП",
        "ТСПК", "КСПК", "ТРБС", "КРБС", "КиРС", "ОИПД", "КПКО", "ЗЦП", "ГСЗ", "КСП", "АУК", "ТОП", "ЧТБ", "ОИ", "ОК", "ОТ", "ЗЖ",
        "ЭМ", "РС", "ДК",
    ];

    /// <summary>Every symbol once, longer ones first, so that the first that fits is the right one.</summary>
    public static IReadOnlyList<string> All => InOrder;

    /// <summary>The symbols in the spelling in which they are compared: upper case.</summary>
    internal static IReadOnlyList<(string Canonical, string Folded)> Spellings { get; } =
        [.. InOrder.Select(symbol => (symbol, symbol.ToUpperInvariant()))];
}
