using System.Globalization;
using System.Text.Json.Nodes;

namespace Fakes.Telegram;

/// <summary>Carries out the calls of the bot, all but getUpdates. The caller holds the world's gate.</summary>
internal sealed class Methods(World world)
{
    private const int LongestText = 4096, LargestFile = 20 * 1024 * 1024;

    private static readonly string[] Abilities =
        ["can_join_groups", "can_read_all_group_messages", "supports_inline_queries", "can_connect_to_business", "has_main_web_app"];

    private readonly WebhookMethods webhook = new(world);
    private readonly CommandMethods commands = new(world);

    public JsonNode Call(string method, JsonObject p) => method switch
    {
        "getMe" => Me(),
        "sendMessage" => SendMessage(p),
        "editMessageText" => Edit(p, Text(p)),
        "editMessageReplyMarkup" => Edit(p, null),
        "deleteMessage" => Delete(p),
        "answerCallbackQuery" => AnswerPress(p),
        "getFile" => GetFile(p),
        "setMyCommands" => commands.Set(p),
        "getMyCommands" => commands.Get(p),
        "deleteMyCommands" => commands.Delete(p),
        "sendChatAction" => Open(p) is not null,
        "setWebhook" => webhook.Set(p),
        "deleteWebhook" => webhook.Delete(p),
        "getWebhookInfo" => webhook.Tell(),
        _ => throw new Refusal(404, "Not Found: method not found"),
    };

    private JsonObject Me()
    {
        var me = World.ToJson(world.Bot);
        foreach (var flag in Abilities)
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

    /// <summary>The chat that the bot may write to.</summary>
    private Chat Open(JsonObject p)
    {
        if (!long.TryParse(p["chat_id"]!.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id)
            || !world.Chats.TryGetValue(id, out var chat))
            throw Refusal.Bad("chat not found");
        if (chat.MovedTo is { } moved)
            throw new Refusal(
                400, "Bad Request: group chat was upgraded to a supergroup chat", new JsonObject { ["migrate_to_chat_id"] = moved });
        if (chat.Blocked)
            throw new Refusal(403, $"Forbidden: bot was {(chat.IsPrivate ? "blocked by the user" : "kicked from the group chat")}");
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
}
