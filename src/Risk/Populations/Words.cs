namespace Risk.Populations;

/// <summary>Texts as digests: two purchases with the same words have the same digest, whatever their spaces, signs and letter case.</summary>
internal static class Words
{
    private const ulong Offset = 14695981039346656037;    // FNV-1a, 64 bits
    private const ulong Prime = 1099511628211;
    private const int FewestLetters = 20;    // "согласно ТЗ", "по заявке": such words are anybody's

    public static long DigestOf(string? text)
    {
        var (hash, letters) = (Offset, 0);
        foreach (var letter in text ?? "")
            if (char.IsLetterOrDigit(letter))
            {
                hash = (hash ^ LowerCase.Of(letter is 'ё' or 'Ё' ? 'е' : letter)) * Prime;
                letters++;
            }

        return letters < FewestLetters ? 0 : (long)hash;
    }

    /// <summary>Digest of some codes in any order; 0 for none.</summary>
    public static int DigestOf(IReadOnlyList<string> codes)
    {
        var sum = 0;
        foreach (var code in codes)
            sum += (int)DigestOfCode(code);
        return sum;
    }

    /// <summary>The same digest as of a list of this code alone.</summary>
    public static int DigestOfOne(string code) => (int)DigestOfCode(code);

    /// <summary>Digest of a short key that was made by a rule; never 0.</summary>
    public static long DigestOfKey(string key) => (long)(DigestOfCode(key) | 1);

    private static ulong DigestOfCode(string code)
    {
        var hash = Offset;
        foreach (var letter in code)
            hash = (hash ^ letter) * Prime;
        return hash;
    }
}
