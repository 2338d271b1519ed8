namespace Language;

/// <summary>The language of a message: "kk", "ru" or "en", and how sure that is.</summary>
/// <param name="Confidence">0.34 (nothing to go by; Kazakh is assumed) to 1.</param>
public readonly record struct LanguageGuess(string Language, double Confidence);

/// <summary>How a message is written.</summary>
public enum MessageLanguage
{
    /// <summary>Kazakh with its letters, also when nothing can be told.</summary>
    Kazakh,

    /// <summary>Kazakh on a keyboard without its letters: "мектептин шатыры".</summary>
    KazakhPlain,

    /// <summary>Kazakh in Latin letters, of the 2021 alphabet or as phones allow: "mekteptıñ", "mekteptin".</summary>
    KazakhLatin,

    /// <summary>Russian, also in Latin letters.</summary>
    Russian,

    /// <summary>English.</summary>
    English,

    /// <summary>Two languages in one message.</summary>
    Mixed,
}

/// <summary>The class of a message and how much of what it says speaks for that, 0 to 1.</summary>
public readonly record struct LanguageClass(MessageLanguage Language, double Confidence);

/// <summary>Recognises Kazakh (also without its letters, also in Latin letters), Russian and English, mixed ones too.</summary>
public static class LanguageOf
{
    private const int MostWords = 300;

    /// <summary>The class of a message. Names, numbers and links say nothing. Source: word tables of our own, tried on messages set aside.</summary>
    public static LanguageClass Classify(string text) => LanguageVotes.Of(Tokens.Of(text, MostWords)).Class;

    /// <summary>
    /// The language to answer in. When two languages share a text, the last full sentence decides: it is where the person ended up.
    /// </summary>
    public static LanguageGuess Guess(string text)
    {
        var whole = LanguageVotes.Of(Tokens.Of(text, MostWords));
        if (whole.Class.Language != MessageLanguage.Mixed)
            return whole.Guess;
        var sentence = text.Split(['.', '!', '?', '\n', '…', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .LastOrDefault(part => Tokens.Of(part, 4).Count >= 3);
        var last = LanguageVotes.Of(Tokens.Of(sentence ?? text, MostWords));
        return (last.IsEven ? whole : last).Guess with { Confidence = 0.6 };
    }
}
