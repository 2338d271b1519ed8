using System.Text;
using System.Text.Json.Nodes;

namespace Fakes.Telegram;

/// <summary>What Telegram demands of the buttons under a message.</summary>
internal static class KeyboardRules
{
    private static readonly string[] Actions =
        ["url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
         "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay"];

    private static readonly string[] Styles = ["danger", "success", "primary"];

    public static void Check(JsonNode? markup)
    {
        if (markup?["inline_keyboard"] is not JsonArray rows)
            return;
        var keys = rows.SelectMany(row => row!.AsArray()).Select(key => key!.AsObject()).ToList();
        if (keys.Count > 100)
            throw Refusal.Bad("reply markup is too long");
        foreach (var key in keys)
            CheckKey(key);
    }

    private static void CheckKey(JsonObject key)
    {
        if (string.IsNullOrWhiteSpace(key["text"]?.GetValue<string>()))
            throw Refusal.Bad("can't parse inline keyboard button: Button text must be non-empty");
        if (Actions.Count(key.ContainsKey) != 1)
            throw Refusal.Bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
        if (key["callback_data"] is { } data && Encoding.UTF8.GetByteCount(data.GetValue<string>()) is 0 or > 64)
            throw Refusal.Bad("BUTTON_DATA_INVALID");
        if (key["url"] is { } url && !Uri.TryCreate(url.GetValue<string>(), UriKind.Absolute, out _))
            throw Refusal.Bad($"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL");
        if (key["style"] is { } style && !Styles.Contains(style.GetValue<string>()))
            throw Refusal.Bad("can't parse inline keyboard button: invalid button style specified");
    }
}
