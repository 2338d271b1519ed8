namespace Language;

/// <summary>One way of writing a word, with what it folds and stems to.</summary>
internal sealed record Spelling(string Written, string Folded, string Stem);

/// <summary>
/// Remembers the words that it met lately, because a million lots use the same few thousand. Each word has one place, by its hash, where
/// a newer word takes over: the memory is bounded (some 5 MB), and threads need not wait for each other.
/// </summary>
internal static class Spellings
{
    private const int Places = 1 << 15;
    private const int LongestRemembered = 40;
    private static readonly Spelling?[] Remembered = new Spelling?[Places];

    public static Spelling Of(ReadOnlySpan<char> written)
    {
        if (written.Length > LongestRemembered)
            return Read(written);
        ref var place = ref Remembered[string.GetHashCode(written) & (Places - 1)];
        var found = Volatile.Read(ref place);
        if (found is not null && written.SequenceEqual(found.Written))
            return found;
        found = Read(written);
        Volatile.Write(ref place, found);
        return found;
    }

    private static Spelling Read(ReadOnlySpan<char> written)
    {
        var folded = SearchText.FoldWord(written);
        return new Spelling(written.ToString(), folded, Stem.Of(folded));
    }
}
