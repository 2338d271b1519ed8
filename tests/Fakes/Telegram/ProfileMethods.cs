using System.Text.Json.Nodes;

namespace Fakes.Telegram;

/// <summary>Keeps the bot's name, description and short description, one for each language; without a language it is for all others.</summary>
internal sealed class ProfileMethods(World world)
{
    private static readonly Dictionary<string, int> Longest = new() { ["name"] = 64, ["description"] = 512, ["short_description"] = 120 };

    public JsonNode Set(string what, JsonObject p)
    {
        var (text, language) = (p[what]?.GetValue<string>() ?? "", CommandMethods.Language(p));
        if (text.Length > Longest[what])
            throw Refusal.Bad($"bot {what.Replace('_', ' ')} is too long");
        world.Profile[(what, language)] = text;
        return true;
    }

    public JsonNode Get(string what, JsonObject p) => new JsonObject
    {
        [what] = new[] { CommandMethods.Language(p), "" }.Select(language => world.Profile.GetValueOrDefault((what, language)))
            .FirstOrDefault(text => !string.IsNullOrEmpty(text)) ?? (what == "name" ? world.Bot.FirstName : ""),
    };
}
