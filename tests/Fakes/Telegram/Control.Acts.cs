using System.Text.Json.Nodes;

namespace Fakes.Telegram;

/// <summary>What a developer does as a person besides writing: files, places, topics, groups.</summary>
internal sealed partial class Control
{
    private void MapSend(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/control/start", (HttpRequest request) => Act(request, body =>
            fake.Start(Chat(body), Text(body, "payload"), Person(body))));
        routes.MapPost("/control/send", (HttpRequest request) => Act(request, body => Send(body)));
        routes.MapPost("/control/album", (HttpRequest request) => Act(request, body =>
        {
            var photos = body["photos"]!.AsArray().Select(photo => Convert.FromBase64String(photo!.GetValue<string>())).ToList();
            _ = fake.SendAlbum(Chat(body), photos, Caption(body), TimeSpan.FromMilliseconds(body.Number("apart_ms") ?? 200),
                Person(body), Thread(body));
            return true;
        }));
        routes.MapPost("/control/react", (HttpRequest request) => Act(request, body => Done(() =>
            fake.React(Chat(body), body["message"]!.GetValue<long>(), body["emoji"]?.GetValue<string>(), Person(body)))));
    }

    private void MapGroups(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/control/open", (HttpRequest request) => Act(request, body => Done(() =>
        {
            if (body["forum"]?.GetValue<bool>() == true)
                fake.OpenForum(Chat(body), Text(body, "title"));
            else
                fake.Open(Chat(body), Text(body, "title"));
        })));
        routes.MapPost("/control/crowd", (HttpRequest request) => Act(request, body => Done(() =>
            fake.OpenAll(body["first"]!.GetValue<long>(), body["count"]!.GetValue<int>()))));
        routes.MapPost("/control/topic", (HttpRequest request) => Act(request, body =>
            fake.OpenTopic(Chat(body), Text(body, "name"), Person(body))));
        routes.MapPost("/control/lose", (HttpRequest request) => Act(request, body => Done(() =>
            fake.LoseTopic(Chat(body), Thread(body)!.Value))));
        routes.MapPost("/control/migrate", (HttpRequest request) => Act(request, body => Done(() =>
            fake.Migrate(Chat(body), body["to"]!.GetValue<long>()))));
        routes.MapPost("/control/deactivate", (HttpRequest request) => Act(request, body => Done(() => fake.Deactivate(Chat(body)))));
        routes.MapPost("/control/takeout", (HttpRequest request) => Act(request, body => Done(() => fake.TakeOut(Chat(body), Person(body)))));
    }

    private long Send(JsonObject body)
    {
        var (chat, from, thread) = (Chat(body), Person(body), Thread(body));
        return Text(body, "kind") switch
        {
            "photo" => fake.SendPhoto(chat, Bytes(body), Caption(body), null, from, thread),
            "voice" => fake.SendVoice(chat, Bytes(body), (int)(body.Number("seconds") ?? 3), from, thread),
            "video" => fake.SendVideo(chat, Bytes(body), 10, Caption(body), body.Number("size"), from, thread),
            "document" => fake.SendDocument(
                chat, Text(body, "name"), Text(body, "type"), Bytes(body), Caption(body), body.Number("size"), from, thread),
            "sticker" => fake.SendSticker(chat, Text(body, "emoji"), from, thread),
            "location" => fake.SendLocation(
                chat, body["latitude"]!.GetValue<double>(), body["longitude"]!.GetValue<double>(), from, thread),
            "contact" => fake.SendContact(chat, Text(body, "phone"), from?.FirstName ?? "Somebody", from?.Id, from, thread),
            var other => throw new ArgumentException($"Nobody sends {other}."),
        };
    }

    private static byte[] Bytes(JsonObject body) => Convert.FromBase64String(Text(body, "base64"));

    private static string? Caption(JsonObject body) => body["caption"]?.GetValue<string>();

    private static JsonNode Done(Action act)
    {
        act();
        return true;
    }
}
