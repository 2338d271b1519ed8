namespace Language;

/// <summary>One word of a text: as written, where, folded, and its stem.</summary>
/// <param name="Written">The person's own spelling.</param>
/// <param name="Start">Index of its first letter in the cleaned text; only for comparing distances and order.</param>
public sealed record Token(string Written, int Start, string Folded, string Stem)
{
    /// <summary>A whole number in digits.</summary>
    public bool IsNumber => Folded.Length > 0 && !Folded.AsSpan().ContainsAnyExceptInRange('0', '9');
}

/// <summary>Turns a text into folded and stemmed words.</summary>
public static class Tokens
{
    /// <summary>The words of a text in order, at most <paramref name="most"/> of them: the rest of a longer text is not read.</summary>
    public static IReadOnlyList<Token> Of(string text, int most = 2000)
    {
        var clean = CleanText.Of(text.Length > most * 20L ? text[..(most * 20)] : text);
        var tokens = new List<Token>(Math.Min(most, clean.Length / 6 + 1));
        var words = Words.In(clean);
        while (tokens.Count < most && words.MoveNext())
        {
            var spelling = Spellings.Of(words.Current);
            if (spelling.Folded.Length > 0)
                tokens.Add(new Token(spelling.Written, words.Start, spelling.Folded, spelling.Stem));
        }

        return tokens;
    }
}
