using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Fakes.Telegram;

/// <summary>Carries out the calls of the bot, all but getUpdates. The caller holds the world's gate.</summary>
internal sealed partial class Methods(World world)
{
    private const int LongestText = 4096, LargestFile = 20 * 1024 * 1024;

    public JsonNode Call(string method, JsonObject p) => method switch
    {
        "getMe" => Me(),
        "sendMessage" => SendMessage(p),
        "editMessageText" => Edit(p, Text(p)),
        "editMessageReplyMarkup" => Edit(p, null),
        "deleteMessage" => Delete(p),
        "answerCallbackQuery" => AnswerPress(p),
        "getFile" => GetFile(p),
        "setMyCommands" => SetCommands(p),
        "getMyCommands" => world.Commands.GetValueOrDefault(Language(p))?.DeepClone() ?? new JsonArray(),
        "deleteMyCommands" => world.Commands.Remove(Language(p)) || true,
        "sendChatAction" => Open(p) is not null,
        "getChat" => throw new Refusal(501, "Not Implemented"),
        "setWebhook" => SetWebhook(p),
        "deleteWebhook" => DeleteWebhook(p),
        "getWebhookInfo" => WebhookInfo(),
        _ => throw new Refusal(404, "Not Found: method not found"),
    };

    private JsonObject Me()
    {
        var me = World.ToJson(world.Bot);
        foreach (var flag in new[] { "can_join_groups", "can_read_all_group_messages", "supports_inline_queries", "can_connect_to_business", "has_main_web_app" })
            me[flag] = flag == "can_join_groups";
        return me;
    }

    private JsonObject SendMessage(JsonObject p)
    {
        var chat = Open(p);
        var text = Text(p);
        KeyboardRules.Check(p["reply_markup"]);
        var message = new JsonObject
        {
            ["message_id"] = chat.NextMessageId(),
            ["from"] = World.ToJson(world.Bot),
            ["chat"] = chat.ToJson(),
            ["date"] = world.Now,
            ["text"] = text,
        };
        if (p["reply_markup"]?["inline_keyboard"] is not null)
            message["reply_markup"] = p["reply_markup"]!.DeepClone();
        if (p["link_preview_options"] is { } preview)
            message["link_preview_options"] = preview.DeepClone();
        chat.Messages[message["message_id"]!.GetValue<long>()] = message;
        return message.DeepClone().AsObject();
    }

    private JsonNode Edit(JsonObject p, string? text)
    {
        if (p["message_id"] is not { } id || p["chat_id"] is null)
            throw Refusal.Bad("message identifier is not specified");
        var chat = Open(p);
        KeyboardRules.Check(p["reply_markup"]);
        if (!chat.Messages.TryGetValue(id.GetValue<long>(), out var message))
            throw Refusal.Bad("message to edit not found");
        if (message["from"]!["id"]!.GetValue<long>() != world.Bot.Id)
            throw Refusal.Bad("message can't be edited");
        var next = message.DeepClone().AsObject();
        next["text"] = text ?? next["text"]!.DeepClone();
        next.Remove("reply_markup");
        if (p["reply_markup"] is { } markup)
            next["reply_markup"] = markup.DeepClone();
        if (JsonNode.DeepEquals(next["text"], message["text"]) && JsonNode.DeepEquals(next["reply_markup"], message["reply_markup"]))
            throw Refusal.Bad("message is not modified: specified new message content and reply markup are exactly the same as a "
                + "current content and reply markup of the message");
        next["edit_date"] = world.Now;
        chat.Messages[id.GetValue<long>()] = next;
        chat.Edits[id.GetValue<long>()] = chat.Edits.GetValueOrDefault(id.GetValue<long>()) + 1;
        return next.DeepClone();
    }

    private JsonNode Delete(JsonObject p) =>
        Open(p).Messages.Remove(p["message_id"]!.GetValue<long>()) ? true : throw Refusal.Bad("message to delete not found");

    private JsonNode AnswerPress(JsonObject p)
    {
        if (!world.Presses.TryGetValue(p["callback_query_id"]!.GetValue<string>(), out var press)
            || world.Clock.GetUtcNow() - press.At > UpdateQueue.PressLife)
            throw Refusal.Bad("query is too old and response timeout expired or query ID is invalid");
        if (p["text"]?.GetValue<string>().Length > 200)
            throw Refusal.Bad("MESSAGE_TOO_LONG");
        return press.Answered = true;
    }

    private JsonObject GetFile(JsonObject p)
    {
        if (!world.Files.TryGetValue(p["file_id"]!.GetValue<string>(), out var file))
            throw Refusal.Bad("wrong file_id or the file is temporarily unavailable");
        if (file.Size > LargestFile)
            throw Refusal.Bad("file is too big");
        file.GivenUntil = world.Clock.GetUtcNow().AddHours(1);
        return new JsonObject
        {
            ["file_id"] = file.Id,
            ["file_unique_id"] = file.Id[..10],
            ["file_size"] = file.Size,
            ["file_path"] = file.Path,
        };
    }

    private JsonNode SetCommands(JsonObject p)
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

    private JsonNode SetWebhook(JsonObject p)
    {
        var url = p["url"]!.GetValue<string>();
        if (url.Length == 0)
            return DeleteWebhook(p);
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || (address.Scheme != "https" && !address.IsLoopback))
            throw Refusal.Bad("bad webhook: An HTTPS URL must be provided for webhook");
        if (p["secret_token"] is { } secret && !SecretShape().IsMatch(secret.GetValue<string>()))
            throw Refusal.Bad("secret token contains unallowed characters");
        if (p["max_connections"]?.GetValue<long>() is < 1 or > 100)
            throw Refusal.Bad("bad max_connections");
        if (p["drop_pending_updates"]?.GetValue<bool>() == true)
            world.Queue.Clear();
        world.Queue.Allow(p["allowed_updates"]?.AsArray());
        world.Webhook = new World.WebhookState(url, p["secret_token"]?.GetValue<string>(), (int)(p["max_connections"]?.GetValue<long>() ?? 40));
        return true;
    }

    private JsonNode DeleteWebhook(JsonObject p)
    {
        world.Webhook = null;
        if (p["drop_pending_updates"]?.GetValue<bool>() == true)
            world.Queue.Clear();
        return true;
    }

    private JsonObject WebhookInfo()
    {
        var answer = new JsonObject
        {
            ["url"] = world.Webhook?.Url ?? "",
            ["has_custom_certificate"] = false,
            ["pending_update_count"] = world.Queue.Count,
            ["allowed_updates"] = world.Queue.Allowed,
        };
        if (world.Webhook?.LastError is { } error)
        {
            answer["last_error_message"] = error;
            answer["last_error_date"] = world.Webhook.LastErrorAt;
        }

        return answer;
    }

    /// <summary>The chat that the bot may write to.</summary>
    private Chat Open(JsonObject p)
    {
        if (!long.TryParse(p["chat_id"]!.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id)
            || !world.Chats.TryGetValue(id, out var chat))
            throw Refusal.Bad("chat not found");
        if (chat.MovedTo is { } moved)
            throw new Refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", new JsonObject { ["migrate_to_chat_id"] = moved });
        if (chat.Blocked)
            throw new Refusal(403, chat.IsPrivate ? "Forbidden: bot was blocked by the user" : "Forbidden: bot was kicked from the group chat");
        return chat;
    }

    private static string Text(JsonObject p)
    {
        if (p["parse_mode"] is not null)
            throw new Refusal(501, "Not Implemented: this fake reads plain text only");
        var text = p["text"]!.GetValue<string>().Trim();
        return text.Length switch
        {
            0 => throw Refusal.Bad("message text is empty"),
            > LongestText => throw Refusal.Bad("message is too long"),
            _ => text,
        };
    }

    private static string Language(JsonObject p) => p["language_code"]?.GetValue<string>() ?? "";

    [GeneratedRegex("^[a-z0-9_]{1,32}$")]
    private static partial Regex CommandShape();

    [GeneratedRegex("^[A-Za-z0-9_-]{1,256}$")]
    private static partial Regex SecretShape();
}
