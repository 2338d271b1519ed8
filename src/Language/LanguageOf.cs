namespace Language;

/// <summary>The language of a message: "kk", "ru" or "en", and how sure that is.</summary>
/// <param name="Confidence">0.34 (nothing to go by; Kazakh is assumed) to 1.</param>
public readonly record struct LanguageGuess(string Language, double Confidence);

/// <summary>Recognises Kazakh (also without its letters, also in Latin letters), Russian and English, mixed ones too.</summary>
public static class LanguageOf
{
    private const int MostWords = 300;

    /// <summary>
    /// The language to answer in. When two languages share a text, the last full sentence decides: it is where the person ended up.
    /// Names, numbers and links say nothing.
    /// </summary>
    public static LanguageGuess Guess(string text)
    {
        var whole = Votes.Of(Tokens.Of(text, MostWords));
        if (!whole.IsMixed)
            return whole.Guess;
        var sentence = text.Split(['.', '!', '?', '\n', '…', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .LastOrDefault(part => Tokens.Of(part, 4).Count >= 3);
        var last = Votes.Of(Tokens.Of(sentence ?? text, MostWords));
        return (last.IsMixed ? whole : last).Guess with { Confidence = 0.6 };
    }

    /// <summary>How many words speak for each language, each by its weight.</summary>
    private readonly record struct Votes(double Kazakh, double Russian, double English)
    {
        public LanguageGuess Guess
        {
            get
            {
                var sum = Kazakh + Russian + English;
                if (sum == 0)
                    return new LanguageGuess("kk", 0.34);
                var best = Math.Max(Kazakh, Math.Max(Russian, English));
                var language = Kazakh == best ? "kk" : Russian == best ? "ru" : "en";
                return new LanguageGuess(language, Math.Round((best + 0.34) / (sum + 1), 2));
            }
        }

        public bool IsMixed
        {
            get
            {
                var sum = Kazakh + Russian + English;
                return sum > 0 && Math.Max(Kazakh, Math.Max(Russian, English)) / sum < 0.68;
            }
        }

        public static Votes Of(IReadOnlyList<Token> tokens)
        {
            double kazakh = 0, russian = 0, english = 0;
            foreach (var token in tokens)
            {
                var (language, weight) = LanguageSigns.Of(token);
                kazakh += language == "kk" ? weight : 0;
                russian += language == "ru" ? weight : 0;
                english += language == "en" ? weight : 0;
            }

            return new Votes(kazakh, russian, english);
        }
    }
}
