using System.Text.Json.Nodes;

namespace Fakes.Telegram;

/// <summary>Sends: text, files, albums, copies and forwarded messages. The caller holds the world's gate.</summary>
internal sealed class Posts(World world)
{
    private const int SmallestAlbum = 2, LargestAlbum = 10;

    /// <summary>What makes a message what it is, and goes along when it is copied.</summary>
    private static readonly string[] Contents =
        ["text", "entities", "caption", "caption_entities", "photo", "document", "voice", "video", "audio", "sticker", "location", "contact"];

    private readonly Media media = new(world);

    public JsonObject Text(JsonObject p)
    {
        var (draft, words) = (Draft(p), Words.OfText(p));
        words.Into(draft, "text", "entities");
        if (p["link_preview_options"] is { } preview)
            draft["link_preview_options"] = preview.DeepClone();
        return Post(p, draft);
    }

    public JsonObject File(string kind, JsonObject p, IReadOnlyDictionary<string, Upload> uploads)
    {
        var (draft, words) = (Draft(p), Words.OfCaption(p));
        draft[kind] = media.Take(kind, p[kind]!.GetValue<string>(), uploads, p);
        words.Into(draft, "caption", "caption_entities");
        return Post(p, draft);
    }

    public JsonArray Album(JsonObject p, IReadOnlyDictionary<string, Upload> uploads)
    {
        var items = p["media"]!.AsArray().Select(item => item!.AsObject()).ToList();
        if (items.Count is < SmallestAlbum or > LargestAlbum)
            throw Refusal.Bad($"an album must have {SmallestAlbum} to {LargestAlbum} items");
        var kinds = items.Select(item => item["type"]!.GetValue<string>()).ToList();
        if (kinds.Find(kind => kind is not ("photo" or "video" or "document" or "audio")) is { } strange)
            throw Refusal.Bad($"{strange} can't be sent in an album");
        if (kinds.Any(kind => kind is "document" or "audio") && kinds.Distinct().Count() > 1)
            throw Refusal.Bad("documents and audio can't be mixed with other media types");
        var drafts = items.Select((item, at) =>
        {
            var draft = Draft(p);
            draft[kinds[at]] = media.Take(kinds[at], item["media"]!.GetValue<string>(), uploads, item);
            Words.OfCaption(item).Into(draft, "caption", "caption_entities");
            return draft;
        }).ToList();
        var album = $"{world.NextAlbum()}";
        foreach (var draft in drafts)
            draft["media_group_id"] = album;
        return [.. drafts.Select(draft => Post(p, draft))];
    }

    /// <summary>The same content as the bot's own: nothing tells whose it was.</summary>
    public JsonObject Copy(JsonObject p)
    {
        var (draft, from) = (Draft(p), Original(p, "copy"));
        Fill(draft, from);
        if (p["caption"] is not null)
            Words.OfCaption(p).Into(draft, "caption", "caption_entities");
        return new JsonObject { ["message_id"] = Post(p, draft)["message_id"]!.DeepClone() };
    }

    /// <summary>The same message with its author shown.</summary>
    public JsonObject Forward(JsonObject p)
    {
        var (draft, from) = (Draft(p), Original(p, "forward"));
        Fill(draft, from);
        draft["forward_origin"] = new JsonObject
        {
            ["type"] = "user",
            ["sender_user"] = from["from"]!.DeepClone(),
            ["date"] = from["date"]!.DeepClone(),
        };
        return Post(p, draft);
    }

    private JsonObject Original(JsonObject p, string verb)
    {
        if (!world.Open(p, "from_chat_id").Messages.TryGetValue(p.Number("message_id")!.Value, out var from))
            throw Refusal.Bad($"message to {verb} not found");
        return Contents.Any(from.ContainsKey) && !from.ContainsKey("has_protected_content") ? from
            : throw Refusal.Bad($"message can't be {(verb == "copy" ? "copied" : "forwarded")}");
    }

    private static void Fill(JsonObject draft, JsonObject from)
    {
        foreach (var name in Contents.Where(from.ContainsKey))
            draft[name] = from[name]!.DeepClone();
    }

    /// <summary>A message without its number and content, once the chat, the topic, the buttons and the answered message are right.</summary>
    private JsonObject Draft(JsonObject p)
    {
        var chat = world.Open(p);
        var thread = chat.Thread(p);
        KeyboardRules.Check(p["reply_markup"]);
        var draft = new JsonObject { ["from"] = World.ToJson(world.Bot), ["chat"] = chat.ToJson(), ["date"] = world.Now };
        if (thread is not null)
            (draft["message_thread_id"], draft["is_topic_message"]) = (thread, true);
        if (p["protect_content"]?.GetValue<bool>() == true)
            draft["has_protected_content"] = true;
        if (p["reply_markup"]?["inline_keyboard"] is not null)
            draft["reply_markup"] = p["reply_markup"]!.DeepClone();
        if (p["reply_parameters"] is { } answered)
        {
            if (chat.Messages.TryGetValue(answered.Number("message_id")!.Value, out var message))
                draft["reply_to_message"] = Bare(message);
            else if (answered["allow_sending_without_reply"]?.GetValue<bool>() != true)
                throw Refusal.Bad("message to be replied not found");
        }

        return draft;
    }

    private JsonObject Post(JsonObject p, JsonObject draft)
    {
        var chat = world.Open(p);
        var id = chat.NextMessageId();
        draft["message_id"] = id;
        chat.Messages[id] = draft;
        return draft.DeepClone().AsObject();
    }

    private static JsonObject Bare(JsonObject message)
    {
        var bare = message.DeepClone().AsObject();
        bare.Remove("reply_to_message");
        return bare;
    }
}
