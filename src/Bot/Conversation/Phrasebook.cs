using System.Text;
using System.Text.Json;
using Language;
using Procurement;

namespace Bot.Conversation;

/// <summary>
/// Everything the bot can say, in every language it speaks: locales/kk.json, ru.json and en.json. A blank is {name}, or
/// {name:lot|lots} for a word that follows a number (Russian has three forms, Kazakh one).
/// </summary>
public sealed class Phrasebook(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> languages)
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
        return Template.Fill(languages[language][phrase.Key], language, name => Told(phrase.Blanks?.GetValueOrDefault(name), language));
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

    /// <summary>What only the bot knows how to tell, as text or a day; numbers and words are the template's.</summary>
    private object? Told(object? value, string language) => value switch
    {
        Bilingual name => name.In(language),
        Phrase inner => Text(inner, language),
        IEnumerable<Phrase> list => string.Join(", ", list.Select(item => Text(item, language))),
        DateTimeOffset moment => DateOnly.FromDateTime(PortalTime.InAstana(moment).DateTime),
        Moment exact => Wording.Moment(language, PortalTime.InAstana(exact.At).DateTime),
        _ => value,
    };
}
