namespace Risk;

/// <summary>
/// Lower case as <see cref="string.ToLowerInvariant"/> makes it, without leaving managed code for each text: for Cyrillic letters that takes
/// longer than all the comparing after it.
/// </summary>
internal static class LowerCase
{
    private const int Known = 0x530;    // Latin, Greek and Cyrillic with the letters of Kazakh

    private static readonly char[] Letters = [.. Enumerable.Range(0, Known).Select(letter => char.ToLowerInvariant((char)letter))];

    public static char Of(char letter) => letter < Known ? Letters[letter] : char.ToLowerInvariant(letter);

    public static string Of(string text) => text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')    // two halves are one letter
        ? text.ToLowerInvariant()
        : string.Create(text.Length, text, static (low, from) =>
        {
            for (var place = 0; place < low.Length; place++)
                low[place] = Of(from[place]);
        });
}
