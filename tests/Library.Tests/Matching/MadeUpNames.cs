using Procurement;

namespace Library.Tests.Matching;

/// <summary>Two hundred made-up names of things in both languages: words that stand for each other, in all mixtures and in changing order.</summary>
internal static class MadeUpNames
{
    /// <summary>Words made of syllables, none of which an ending can be cut from.</summary>
    public static IReadOnlyList<(string Kazakh, string Russian)> Pairs { get; } =
        [.. Enumerable.Range(0, 20).Select(i => ($"{Syllable(i)}кур{Syllable(i + 5)}ж", $"{Syllable(i + 3)}шол{Syllable(i + 11)}ф"))];

    public static IReadOnlyList<Bilingual> Names { get; } = Made();

    private static string Syllable(int i) => "бвгджзклмнпрстфхц"[i % 17].ToString() + "ауо"[i / 17 % 3];

    private static List<Bilingual> Made()
    {
        var random = new Random(12);
        return [.. Enumerable.Range(0, 200).Select(_ =>
        {
            var chosen = Pairs.OrderBy(_ => random.Next()).Take(random.Next(2, 6)).ToList();
            return new Bilingual(
                string.Join(' ', chosen.OrderBy(_ => random.Next()).Select(pair => pair.Russian)),
                string.Join(' ', chosen.Select(pair => pair.Kazakh)));
        })];
    }
}
