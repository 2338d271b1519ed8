using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Fakes.Telegram;

/// <summary>Keeps the menu of commands, one for each language and scope.</summary>
internal sealed partial class CommandMethods(World world)
{
    public JsonNode Get(JsonObject p) => world.Commands.GetValueOrDefault(Key(p))?.DeepClone() ?? new JsonArray();

    public JsonNode Delete(JsonObject p) => world.Commands.Remove(Key(p)) || true;

    public JsonNode Set(JsonObject p)
    {
        var commands = p["commands"]!.AsArray();
        if (commands.Count > 100)
            throw Refusal.Bad("BOT_COMMANDS_TOO_MUCH");
        if (commands.Any(command => !CommandShape().IsMatch(command!["command"]!.GetValue<string>())))
            throw Refusal.Bad("BOT_COMMAND_INVALID");
        if (commands.Any(command => command!["description"]!.GetValue<string>().Length is 0 or > 256))
            throw Refusal.Bad("BOT_COMMAND_DESCRIPTION_INVALID");
        world.Commands[Key(p)] = commands.DeepClone().AsArray();
        return true;
    }

    /// <summary>Two letters, or empty for everybody else.</summary>
    internal static string Language(JsonObject p)
    {
        var language = p["language_code"]?.GetValue<string>() ?? "";
        return language.Length == 0 || LanguageShape().IsMatch(language) ? language : throw Refusal.Bad("LANGUAGE_CODE_INVALID");
    }

    /// <summary>The language alone for the usual scope.</summary>
    private static string Key(JsonObject p) =>
        Language(p) + (p["scope"] is { } scope && scope["type"]?.ToString() != "default" ? " " + scope.ToJsonString() : "");

    [GeneratedRegex("^[a-z0-9_]{1,32}$")]
    private static partial Regex CommandShape();

    [GeneratedRegex("^[a-z]{2}$")]
    private static partial Regex LanguageShape();
}
