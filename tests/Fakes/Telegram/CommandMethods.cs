using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Fakes.Telegram;

/// <summary>Keeps the menu of commands, one for each language.</summary>
internal sealed partial class CommandMethods(World world)
{
    public JsonNode Get(JsonObject p) => world.Commands.GetValueOrDefault(Language(p))?.DeepClone() ?? new JsonArray();

    public JsonNode Delete(JsonObject p) => world.Commands.Remove(Language(p)) || true;

    public JsonNode Set(JsonObject p)
    {
        var commands = p["commands"]!.AsArray();
        if (commands.Count > 100)
            throw Refusal.Bad("BOT_COMMANDS_TOO_MUCH");
        if (commands.Any(command => !CommandShape().IsMatch(command!["command"]!.GetValue<string>())))
            throw Refusal.Bad("BOT_COMMAND_INVALID");
        if (commands.Any(command => command!["description"]!.GetValue<string>().Length is 0 or > 256))
            throw Refusal.Bad("BOT_COMMAND_DESCRIPTION_INVALID");
        if (Language(p).Length is not (0 or 2))
            throw Refusal.Bad("LANGUAGE_CODE_INVALID");
        world.Commands[Language(p)] = commands.DeepClone().AsArray();
        return true;
    }

    private static string Language(JsonObject p) => p["language_code"]?.GetValue<string>() ?? "";

    [GeneratedRegex("^[a-z0-9_]{1,32}$")]
    private static partial Regex CommandShape();
}
