namespace Language;

/// <summary>One word of a text: as written, where, folded, and its stem.</summary>
/// <param name="Written">The person's own spelling.</param>
/// <param name="Start">Index of its first letter in the cleaned text; only for comparing distances and order.</param>
public sealed record Token(string Written, int Start, string Folded, string Stem)
{
    /// <summary>A whole number in digits.</summary>
    public bool IsNumber { get; } = Folded.Length > 0 && Folded.All(char.IsAsciiDigit);
}

/// <summary>Turns a text into folded and stemmed words.</summary>
public static class Tokens
{
    /// <summary>The words of a text in order, at most <paramref name="most"/> of them: the rest of a longer text is not read.</summary>
    public static IReadOnlyList<Token> Of(string text, int most = 2000)
    {
        var tokens = new List<Token>();
        foreach (var word in Words.In(text.Length > most * 20 ? text[..(most * 20)] : text))
        {
            var folded = SearchText.FoldWord(word.Text);
            if (folded.Length == 0)
                continue;
            tokens.Add(new Token(word.Text, word.Start, folded, Stem.Of(folded)));
            if (tokens.Count == most)
                break;
        }

        return tokens;
    }
}
