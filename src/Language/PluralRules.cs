namespace Language;

/// <summary>Which form of a counted noun a language wants.</summary>
public enum PluralForm { One, Few, Many }

/// <summary>Plural rules of the three languages, after Unicode CLDR.</summary>
public static class PluralRules
{
    /// <summary>
    /// The form for a whole number in "kk", "ru" or (anything else) "en". Kazakh and English know One and Many only: English for 1; Kazakh
    /// for 1, though its nouns stay singular after any number. Russian: One 1, 21, 101; Few 2–4, 22; Many 0, 5–20, 11–14, 111.
    /// </summary>
    public static PluralForm Form(string language, long count)
    {
        if (language != "ru")
            return count is 1 or -1 ? PluralForm.One : PluralForm.Many;
        var tens = Math.Abs(count % 100);
        return (tens % 10, tens) switch
        {
            (_, >= 11 and <= 14) => PluralForm.Many,
            (1, _) => PluralForm.One,
            ( >= 2 and <= 4, _) => PluralForm.Few,
            _ => PluralForm.Many,
        };
    }

    /// <summary>
    /// The form for any number: whole ones as above; after a fraction a Russian noun stands as after two ("1,5 тонны"), others as after
    /// many.
    /// </summary>
    public static PluralForm Form(string language, decimal count) => decimal.IsInteger(count) && Math.Abs(count) < long.MaxValue
        ? Form(language, (long)count)
        : language == "ru" ? PluralForm.Few : PluralForm.Many;
}
