namespace Language;

/// <summary>How many words of a message speak for each language, each by its weight.</summary>
internal readonly record struct LanguageVotes(double Kazakh, double Russian, double English)
{
    /// <summary>A word counts as sure when it is known or has letters of its language; an ending alone says too little to call a text mixed.</summary>
    private const double Sure = 0.8;

    /// <summary>What the sure words of a second language weigh, and their share, from which on a text is mixed and has no mere loan word.</summary>
    private static readonly (double Weight, double Share)[] Second = [(0.9, 0.18), (1.9, 0.12)];

    private double OwnLetters { get; init; }

    private double Latin { get; init; }

    private double Sum => Kazakh + Russian + English;

    private double Best => Math.Max(Kazakh, Math.Max(Russian, English));

    /// <summary>Whether no language leads clearly.</summary>
    public bool IsEven => Sum > 0 && Best / Sum < 0.68;

    public LanguageGuess Guess => Sum == 0
        ? new LanguageGuess("kk", 0.34)
        : new LanguageGuess(Kazakh == Best ? "kk" : Russian == Best ? "ru" : "en", Math.Round((Best + 0.34) / (Sum + 1), 2));

    public LanguageClass Class
    {
        get
        {
            if (Sum == 0)
                return new LanguageClass(MessageLanguage.Kazakh, 0);
            if (IsMixed)
                return new LanguageClass(MessageLanguage.Mixed, Math.Min(1, 2 * (Sum - Best) / Sum));
            var language = Kazakh < Best ? Russian == Best ? MessageLanguage.Russian : MessageLanguage.English
                : Latin > Kazakh / 2 ? MessageLanguage.KazakhLatin
                : OwnLetters > 0 ? MessageLanguage.Kazakh
                : MessageLanguage.KazakhPlain;
            return new LanguageClass(language, Guess.Confidence);
        }
    }

    private (double Kazakh, double Russian, double English) Known { get; init; }

    private bool IsMixed
    {
        get
        {
            var (kazakh, russian, english) = Known;
            var best = Math.Max(kazakh, Math.Max(russian, english));
            var second = kazakh + russian + english - best - Math.Min(kazakh, Math.Min(russian, english));
            return Array.Exists(Second, limit => second >= limit.Weight && second >= limit.Share * (best + second));
        }
    }

    public static LanguageVotes Of(IReadOnlyList<Token> tokens)
    {
        var votes = default(LanguageVotes);
        for (var i = 0; i < tokens.Count; i++)
        {
            var sign = LanguageSigns.Of(tokens[i]);
            if (sign.Language != '\0')
                votes = votes.With(sign, tokens[i].Written[0], isName: i > 0 && char.IsUpper(tokens[i].Written[0]));
        }

        return votes;
    }

    private LanguageVotes With(Sign sign, char first, bool isName)
    {
        var (kazakh, russian, english) = sign.Language switch
        {
            LanguageSigns.Kazakh => (sign.Weight, 0.0, 0.0),
            LanguageSigns.Russian => (0.0, sign.Weight, 0.0),
            _ => (0.0, 0.0, sign.Weight),
        };
        var known = sign.Weight >= Sure && !isName ? 1 : 0;
        return new LanguageVotes(Kazakh + kazakh, Russian + russian, English + english)
        {
            Known = (Known.Kazakh + known * kazakh, Known.Russian + known * russian, Known.English + known * english),
            OwnLetters = OwnLetters + (sign.HasOwnLetters ? sign.Weight : 0),
            Latin = Latin + (LatinLetters.IsLatin(first) ? kazakh : 0),
        };
    }
}
