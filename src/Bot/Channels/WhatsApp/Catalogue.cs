using System.Text.Json.Nodes;

namespace Bot.Channels.WhatsApp;

/// <summary>A content that this service uses at Twilio: a template that WhatsApp approves, or buttons and lists for answers.</summary>
/// <param name="Category">Set for a template.</param>
internal sealed record CatalogueEntry(string Name, string Language, string? Category, JsonObject Variables, JsonObject Types)
{
    public bool IsTemplate => Category is not null;

    /// <summary>As Twilio's Content API takes it.</summary>
    public string ToJson() => new JsonObject
    {
        ["friendly_name"] = Name,
        ["language"] = Language,
        ["variables"] = Variables.DeepClone(),
        ["types"] = Types.DeepClone(),
    }.ToJsonString();
}

/// <summary>Everything that must be at Twilio: the templates of deploy/whatsapp-templates.json, and buttons and lists of each length.</summary>
internal static class Catalogue
{
    /// <summary>The template that calls people back, in each language.</summary>
    public const string News = "kun_jarygy_news";

    /// <summary>What its button brings back.</summary>
    public const string Read = "news";

    private const string Buttons = "kun_jarygy_buttons_", List = "kun_jarygy_list_", LongList = "kun_jarygy_long_list_";

    /// <summary>The most buttons in an answer without approval, and the most rows of a list. (Twilio's content types.)</summary>
    public const int MostButtons = 3, MostRows = 10;

    public static string NameOfButtons(int count) => Buttons + count;

    public static string NameOfList(int count, bool described) => (described ? LongList : List) + count;

    public static IReadOnlyList<CatalogueEntry> All() => [.. Templates(), .. Answers()];

    /// <summary>Buttons and lists whose every word is a variable: they serve all languages and need no approval.</summary>
    private static IEnumerable<CatalogueEntry> Answers()
    {
        for (var count = 1; count <= MostButtons; count++)
            yield return Answer(NameOfButtons(count), 1 + 2 * count, "twilio/quick-reply", "actions",
                [.. Enumerable.Range(0, count).Select(i => new JsonObject { ["title"] = Blank(2 + 2 * i), ["id"] = Blank(3 + 2 * i) })]);
        for (var count = 1; count <= MostRows; count++)
        {
            yield return Answer(NameOfList(count, described: false), 2 + 2 * count, "twilio/list-picker", "items",
                [.. Enumerable.Range(0, count).Select(i => new JsonObject { ["item"] = Blank(3 + 2 * i), ["id"] = Blank(4 + 2 * i) })]);
            yield return Answer(NameOfList(count, described: true), 2 + 3 * count, "twilio/list-picker", "items",
                [.. Enumerable.Range(0, count).Select(i => new JsonObject
                {
                    ["item"] = Blank(3 + 3 * i),
                    ["id"] = Blank(4 + 3 * i),
                    ["description"] = Blank(5 + 3 * i),
                })]);
        }
    }

    private static CatalogueEntry Answer(string name, int blanks, string kind, string list, JsonObject[] choices)
    {
        var shape = new JsonObject { ["body"] = Blank(1), [list] = new JsonArray(choices) };
        if (list == "items")
            shape["button"] = Blank(2);
        var samples = new JsonObject(Enumerable.Range(1, blanks).Select(i => KeyValuePair.Create<string, JsonNode?>($"{i}", $"{i}")));
        return new CatalogueEntry(name, "en", null, samples, new JsonObject { [kind] = shape });
    }

    private static string Blank(int number) => $"{{{{{number}}}}}";

    private static IEnumerable<CatalogueEntry> Templates() =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "whatsapp-templates.json")))!.AsArray().Select(entry => new CatalogueEntry(
            entry!["name"]!.GetValue<string>(), entry["language"]!.GetValue<string>(), entry["category"]!.GetValue<string>(),
            entry["variables"]?.AsObject() ?? [], entry["types"]!.AsObject()));
}
