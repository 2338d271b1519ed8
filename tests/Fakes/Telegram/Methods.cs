using System.Text.Json.Nodes;

namespace Fakes.Telegram;

/// <summary>Carries out the calls of the bot, all but getUpdates. The caller holds the world's gate.</summary>
internal sealed class Methods(World world)
{
    private const int LargestFile = 20 * 1024 * 1024;

    /// <summary>After a file was asked for its bytes are given for so long at least; here exactly.</summary>
    private static readonly TimeSpan LinkLife = TimeSpan.FromHours(1);

    private static readonly Dictionary<string, Upload> NoUploads = [];

    private static readonly string[] Abilities =
        ["can_join_groups", "can_read_all_group_messages", "supports_inline_queries", "can_connect_to_business", "has_main_web_app"];

    private static readonly string[] Actions =
        ["typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document", "choose_sticker",
         "find_location", "record_video_note", "upload_video_note"];

    private readonly WebhookMethods webhook = new(world);
    private readonly CommandMethods commands = new(world);
    private readonly ProfileMethods profile = new(world);
    private readonly TopicMethods topics = new(world);
    private readonly Posts posts = new(world);
    private readonly Edits edits = new(world);

    public JsonNode Call(string method, JsonObject p, IReadOnlyDictionary<string, Upload>? given = null)
    {
        world.Pace.Check(method, p);
        var uploads = given ?? NoUploads;
        return method switch
        {
            "getMe" => Me(),
            "sendMessage" => posts.Text(p),
            "sendPhoto" => posts.File("photo", p, uploads),
            "sendDocument" => posts.File("document", p, uploads),
            "sendVoice" => posts.File("voice", p, uploads),
            "sendVideo" => posts.File("video", p, uploads),
            "sendMediaGroup" => posts.Album(p, uploads),
            "copyMessage" => posts.Copy(p),
            "forwardMessage" => posts.Forward(p),
            "editMessageText" => edits.Text(p),
            "editMessageCaption" => edits.Caption(p),
            "editMessageReplyMarkup" => edits.Buttons(p),
            "deleteMessage" => edits.Delete(p),
            "answerCallbackQuery" => AnswerPress(p),
            "getFile" => GetFile(p),
            "sendChatAction" => ShowAction(p),
            _ => Settle(method, p),
        };
    }

    private JsonNode Settle(string method, JsonObject p) => method switch
    {
        "setMyCommands" => commands.Set(p),
        "getMyCommands" => commands.Get(p),
        "deleteMyCommands" => commands.Delete(p),
        "setMyName" => profile.Set("name", p),
        "getMyName" => profile.Get("name", p),
        "setMyDescription" => profile.Set("description", p),
        "getMyDescription" => profile.Get("description", p),
        "setMyShortDescription" => profile.Set("short_description", p),
        "getMyShortDescription" => profile.Get("short_description", p),
        "createForumTopic" => topics.Create(p),
        "editForumTopic" => topics.Edit(p),
        "closeForumTopic" => topics.Close(p, closed: true),
        "reopenForumTopic" => topics.Close(p, closed: false),
        "deleteForumTopic" => topics.Delete(p),
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

    private JsonNode AnswerPress(JsonObject p)
    {
        if (!world.Presses.TryGetValue(p["callback_query_id"]!.GetValue<string>(), out var press)
            || world.Clock.GetUtcNow() - press.At > UpdateQueue.PressLife)
            throw Refusal.Bad("query is too old and response timeout expired or query ID is invalid");
        if (p["text"]?.GetValue<string>().Length > 200)
            throw Refusal.Bad("MESSAGE_TOO_LONG");
        return press.Answered = true;
    }

    private JsonNode ShowAction(JsonObject p)
    {
        world.Open(p).Thread(p);
        return Actions.Contains(p["action"]!.GetValue<string>()) ? true : throw Refusal.Bad("wrong parameter action in request");
    }

    private JsonObject GetFile(JsonObject p)
    {
        if (!world.Files.TryGetValue(p["file_id"]!.GetValue<string>(), out var file))
            throw Refusal.Bad("wrong file_id or the file is temporarily unavailable");
        if (file.Size > LargestFile)
            throw Refusal.Bad("file is too big");
        file.GivenUntil = world.Clock.GetUtcNow() + LinkLife;
        return new JsonObject
        {
            ["file_id"] = file.Id,
            ["file_unique_id"] = file.Id[..10],
            ["file_size"] = file.Size,
            ["file_path"] = file.Path,
        };
    }
}
