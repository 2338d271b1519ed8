using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Language;
using Procurement;

namespace Bot.Conversation;

/// <summary>
/// Everything the bot can say, in every language it speaks: locales/kk.json, ru.json and en.json. A blank is {name}, or
/// {name:lot|lots} for a word that follows a number (Russian has three forms, Kazakh one).
/// </summary>
public sealed partial class Phrasebook(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> languages)
{
    public const string Default = "kk";

    public static IReadOnlyList<string> Spoken { get; } = ["kk", "ru", "en"];

    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Languages => languages;

    public static Phrasebook Read(string folder) => new(Spoken.ToDictionary(
        language => language,
        language => (IReadOnlyDictionary<string, string>)JsonSerializer.Deserialize<Dictionary<string, string>>(
            File.ReadAllText(Path.Combine(folder, language + ".json")))!));

    public bool Knows(string key) => languages[Default].ContainsKey(key);

    public string Text(Phrase phrase, string language)
    {
        if (phrase.Key.Length == 0)
            return phrase.Blanks!["text"] as string ?? "";
        return Blank().Replace(languages[language][phrase.Key], blank => Fill(blank, phrase, language));
    }

    public string Text(string key, string language) => Text(new Phrase(key), language);

    public string Text(Say say, string language)
    {
        var text = new StringBuilder();
        foreach (var line in say.Lines)
            text.Append(Text(line, language)).Append('\n');
        return text.ToString().Trim();
    }

    /// <summary>Words of a phrase that lists ways to say one thing: "status|мәртебе".</summary>
    public IEnumerable<string> Ways(string key) => languages.Values.SelectMany(language => language[key].Split('|'));

    private string Fill(Match blank, Phrase phrase, string language)
    {
        var value = phrase.Blanks?.GetValueOrDefault(blank.Groups["name"].Value);
        return blank.Groups["forms"] is { Success: true } forms
            ? Form(forms.Value.Split('|'), language, Convert.ToDecimal(value, CultureInfo.InvariantCulture))
            : value switch
            {
                null => "",
                Bilingual name => name.In(language),
                Phrase inner => Text(inner, language),
                IEnumerable<Phrase> list => string.Join(", ", list.Select(item => Text(item, language))),
                DateTimeOffset moment => Wording.Date(language, DateOnly.FromDateTime(PortalTime.InAstana(moment).DateTime)),
                Moment exact => Wording.Moment(language, PortalTime.InAstana(exact.At).DateTime),
                DateOnly day => Wording.Date(language, day),
                decimal or int or long or double => Wording.Number(language, Convert.ToDecimal(value, CultureInfo.InvariantCulture)),
                _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
            };
    }

    private static string Form(string[] forms, string language, decimal count) =>
        forms[Math.Min((int)PluralRules.Form(language, (long)Math.Abs(count)), forms.Length - 1)];

    [GeneratedRegex(@"\{(?<name>\w+)(?::(?<forms>[^}]*))?\}")]
    private static partial Regex Blank();
}
