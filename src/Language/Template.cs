using System.Globalization;
using System.Text.RegularExpressions;

namespace Language;

/// <summary>
/// A sentence with blanks: {name} takes a value, {name:lot|lots} the word that fits a number (Russian has three forms, English two,
/// Kazakh one).
/// </summary>
public static partial class Template
{
    /// <summary>
    /// The sentence in "kk", "ru" or "en". Numbers are written as <see cref="Wording.Number"/> does, days as <see cref="Wording.Date"/>;
    /// text stands as it is, and null leaves nothing. A word with forms wants a number.
    /// </summary>
    public static string Fill(string template, string language, Func<string, object?> valueOf) => Blank().Replace(template, blank =>
    {
        var value = valueOf(blank.Groups["name"].Value);
        return blank.Groups["forms"] is { Success: true } forms
            ? Form(forms.Value.Split('|'), language, Convert.ToDecimal(value, CultureInfo.InvariantCulture))
            : Told(value, language);
    });

    /// <summary>Every blank in order, with the forms of its word; none for a plain blank.</summary>
    public static IReadOnlyList<(string Name, IReadOnlyList<string> Forms)> Blanks(string template) =>
        [.. Blank().Matches(template).Select(blank => (blank.Groups["name"].Value, Forms(blank.Groups["forms"])))];

    private static string[] Forms(Group forms) => forms.Success ? forms.Value.Split('|') : [];

    private static string Told(object? value, string language) => value switch
    {
        null => "",
        DateOnly day => Wording.Date(language, day),
        decimal or int or long or double => Wording.Number(language, Convert.ToDecimal(value, CultureInfo.InvariantCulture)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Form(string[] forms, string language, decimal count) =>
        forms[Math.Min((int)PluralRules.Form(language, Math.Abs(count)), forms.Length - 1)];

    [GeneratedRegex(@"\{(?<name>\w+)(?::(?<forms>[^}]*))?\}")]
    private static partial Regex Blank();
}
