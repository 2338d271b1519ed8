using System.Globalization;
using Procurement;

namespace Benchmarks.Schemes;

/// <summary>Numbers that nobody has: business numbers with a right check digit, names, traits.</summary>
internal static class Numbers
{
    private static readonly string[] Surnames =
        ["Ахметов", "Омаров", "Сулейменов", "Ибраев", "Касымов", "Жумабеков", "Нурланов", "Оспанов", "Садыков", "Тулеуов", "Байжанов",
        "Искаков", "Каримов", "Мусин", "Абдрахманов", "Кузнецов", "Ким", "Иванов", "Петров", "Ли", "Ермеков", "Жаксылыков", "Мукашев",
        "Рахимов", "Сагынбаев", "Турсунов", "Уалиев", "Хасенов", "Шарипов", "Ескендиров", "Даулетов", "Бекмуратов"];

    private static readonly string[] Given =
        ["Ерлан", "Марат", "Айдос", "Нурлан", "Серик", "Бауыржан", "Асхат", "Данияр", "Тимур", "Арман", "Кайрат", "Рустам", "Олег",
        "Сергей", "Виктор", "Талгат", "Жанат", "Ержан", "Азамат", "Руслан", "Дамир", "Самат", "Алмас", "Канат", "Ильяс", "Мейрам"];

    private static readonly int[] SecondWeights = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

    /// <summary>A business number of the month of registration: YYMM, 4 for a resident, kind, serial, check digit.</summary>
    public static string Bin(DateOnly registered, int serial)
    {
        for (var i = 0; ; i++)
        {
            var head = string.Create(CultureInfo.InvariantCulture, $"{registered:yyMM}4{i % 2}{serial % 100_000:00000}");
            if (CheckDigit(head) is { } digit)
                return $"{head}{digit}";
            serial += 37_717;
        }
    }

    /// <summary>By the rule of <see cref="Procurement.Bin"/>; null where no such number is given out.</summary>
    private static int? CheckDigit(string eleven)
    {
        var first = eleven.Select((digit, i) => (digit - '0') * (i + 1)).Sum() % 11;
        var digit = first < 10 ? first : eleven.Select((digit, i) => (digit - '0') * SecondWeights[i]).Sum() % 11;
        return digit < 10 ? digit : null;
    }

    public static string FullName(Chance chance) => $"{chance.Of(Surnames)} {chance.Of(Given)} {chance.Of(Given)}ович";

    /// <summary>A text of too few different letters is nobody's: other ones are put to it.</summary>
    public static Trait Trait(TraitKind kind, string text) =>
        (Procurement.Trait.Of(kind, text) ?? Procurement.Trait.Of(kind, $"{text}2345"))!.Value;
}
