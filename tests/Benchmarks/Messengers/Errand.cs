namespace Benchmarks.Messengers;

/// <summary>
/// A list of updates of which each leaves one trace: four of five are a piece of a story with a mark of its own, which must stand once in what we
/// keep; the fifth is a command. Five in a row are one person's.
/// </summary>
internal sealed class Errand(int count)
{
    private const int Each = 5, Letters = 26;
    private const long FirstUpdate = 1_000_000;

    public int Count => count;
    public int People => (count + Each - 1) / Each;

    public static byte[] Update(int number)
    {
        var person = new Townsman(number / Each);
        return person.Update(FirstUpdate + number, Mark(number) is { } mark ? $"{person.Story(new Random(number))} {mark}" : "/mine");
    }

    /// <summary>Letters only, so that nobody takes it for the number of a lot; null for a command.</summary>
    public static string? Mark(int number)
    {
        if (number % Each == Each - 1)
            return null;
        Span<char> letters = stackalloc char[6];
        for (var (at, rest) = (0, number); at < letters.Length; at++, rest /= Letters)
            letters[at] = (char)('a' + rest % Letters);
        return $"xq{letters}qx";
    }

    /// <summary>The same update under the name that it has in the inbox.</summary>
    public static string InInbox(int number) => $"message-{FirstUpdate + number}-{FirstUpdate + number}";
}
