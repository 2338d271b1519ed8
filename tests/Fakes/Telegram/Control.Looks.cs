using System.Text.Json.Nodes;

namespace Fakes.Telegram;

/// <summary>What a developer sees: chats with their topics, messages, files.</summary>
internal sealed partial class Control
{
    /// <summary>What a browser shows by itself, by the first folder of a file.</summary>
    private static readonly Dictionary<string, string> Types = new()
    {
        ["photo"] = "image/*",
        ["voice"] = "audio/ogg",
        ["video"] = "video/mp4",
        ["sticker"] = "image/webp",
    };

    private void MapLook(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/control/places", () => Json(new JsonArray([.. fake.Chats.Select(Place)])));
        routes.MapGet("/control/pace", () => Json(new JsonObject
        {
            ["too_early"] = fake.TooEarly,
            ["refused"] = fake.Calls.Count(call => call.Status == 429),
            ["waiting"] = fake.Unacknowledged,
        }));
        routes.MapGet("/control/file", (string id, string kind) => fake.HasFile(id)
            ? Results.Bytes(fake.Content(id), Types.GetValueOrDefault(kind, "application/octet-stream"))
            : Results.NotFound());
    }

    private JsonNode Place(long chat)
    {
        var place = fake.About(chat);
        place["topics"] = new JsonArray([.. fake.Topics(chat).Select(topic => (JsonNode)new JsonObject
        {
            ["thread"] = topic.Thread,
            ["name"] = topic.Name,
            ["closed"] = topic.IsClosed,
        })]);
        return place;
    }

    private static JsonNode ToJson(FakeMessage message)
    {
        var json = new JsonObject
        {
            ["message"] = message.MessageId,
            ["from"] = message.From,
            ["name"] = message.Json["from"]!["first_name"]!.DeepClone(),
            ["by_bot"] = message.ByBot,
            ["at"] = message.SentAt.ToUnixTimeSeconds(),
            ["text"] = message.Text,
            ["edits"] = message.Edits,
            ["thread"] = message.Thread,
            ["album"] = message.Album,
            ["file"] = message.FileId,
            ["protected"] = message.IsProtected,
            ["forwarded"] = message.IsForwarded,
            ["marks"] = (message.Json["entities"] ?? message.Json["caption_entities"])?.DeepClone(),
            ["buttons"] = new JsonArray([.. message.Buttons.Select(ToJson)]),
            ["rows"] = new JsonArray([.. message.Rows.Select(row => (JsonNode)new JsonArray([.. row.Select(ToJson)]))]),
        };
        foreach (var part in Parts.Where(message.Json.ContainsKey))
            json[part] = message.Json[part]!.DeepClone();
        return json;
    }

    /// <summary>Parts of a message that the page shows as they are.</summary>
    private static readonly string[] Parts =
        ["photo", "document", "voice", "video", "sticker", "location", "contact", "forum_topic_created", "forum_topic_edited",
         "forum_topic_closed", "forum_topic_reopened", "migrate_to_chat_id", "migrate_from_chat_id"];

    private static JsonNode ToJson(FakeButton button) =>
        new JsonObject { ["text"] = button.Text, ["data"] = button.Data, ["style"] = button.Style, ["url"] = button.Url };
}
