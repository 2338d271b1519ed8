using System.Globalization;
using System.Text.Json;

namespace Bot.Channels.Web;

/// <summary>The pages' own words ("web.…" of locales/*.json), and which language a browser would like.</summary>
internal sealed class Words
{
    public const string LanguageCookie = "kj_language";
    private const string Room = "web.";
    private const string First = "kk";
    private readonly Dictionary<string, Dictionary<string, string>> languages = [];

    public Words(string folder)
    {
        foreach (var language in (string[])["kk", "ru", "en"])
        {
            using var file = File.OpenRead(Path.Combine(folder, language + ".json"));
            languages[language] = JsonSerializer.Deserialize<Dictionary<string, string>>(file)!
                .Where(word => word.Key.StartsWith(Room, StringComparison.Ordinal)).ToDictionary();
        }
    }

    public IReadOnlyDictionary<string, string>? In(string language) => languages.GetValueOrDefault(language);

    public string Say(HttpRequest request, string key, params (string Blank, object Value)[] blanks) =>
        blanks.Aggregate(languages[LanguageOf(request)][key], (text, blank) =>
            text.Replace("{" + blank.Blank + "}", Convert.ToString(blank.Value, CultureInfo.InvariantCulture), StringComparison.Ordinal));

    /// <summary>Chosen by hand (in the link or earlier), else the first that the browser names and we speak, else Kazakh.</summary>
    public string LanguageOf(HttpRequest request) =>
        Known(request.Query["language"]) ?? Known(request.Cookies[LanguageCookie]) ?? request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(wish => wish.Quality ?? 1)
            .Select(wish => Known(wish.Value.Value?.Split('-')[0].ToLowerInvariant()))
            .FirstOrDefault(language => language is not null) ?? First;

    private string? Known(string? language) => language is not null && languages.ContainsKey(language) ? language : null;
}
