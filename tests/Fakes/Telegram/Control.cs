using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Fakes.Telegram;

/// <summary>A page and a few addresses by which a developer, or a test in another process, speaks as a person.</summary>
internal sealed partial class Control(FakeTelegram fake)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", () => Part("telegram-control.html", "text/html"));
        routes.MapGet("/control.js", () => Part("telegram-control.js", "text/javascript"));
        routes.MapGet("/control/token", () => Json(new JsonObject { ["token"] = fake.Token, ["username"] = fake.BotUsername }));
        routes.MapGet("/control/chats", () => Json(new JsonArray([.. fake.Chats.Select(chat => (JsonNode)chat)])));
        routes.MapGet("/control/messages", (long chat) => Json(new JsonArray([.. fake.Everything(chat).Select(ToJson)])));
        routes.MapGet("/control/calls", (int? after) => Json(new JsonArray([.. fake.CallsAfter(after ?? 0).Select(ToJson)])));
        MapLook(routes);
        MapSend(routes);
        MapGroups(routes);
        routes.MapPost("/control/say", (HttpRequest request) => Act(request, body =>
            fake.Say(Chat(body), Text(body, "text"), Person(body), Thread(body))));
        routes.MapPost("/control/press", (HttpRequest request) => Act(request, body =>
            fake.Press(Chat(body), body["message"]!.GetValue<long>(), Text(body, "data"), Person(body))));
        routes.MapPost("/control/edit", (HttpRequest request) => Act(request, body =>
        {
            fake.Edit(Chat(body), body["message"]!.GetValue<long>(), Text(body, "text"));
            return true;
        }));
        routes.MapPost("/control/photo", (HttpRequest request) => Act(request, body =>
            fake.SendPhoto(
                Chat(body), Convert.FromBase64String(Text(body, "base64")), body["caption"]?.GetValue<string>(), null, Person(body))));
        routes.MapPost("/control/block", (HttpRequest request) => Act(request, body =>
        {
            fake.Block(Chat(body), body["blocked"]?.GetValue<bool>() ?? true);
            return true;
        }));
        routes.MapPost("/control/fail", (HttpRequest request) => Act(request, body =>
        {
            fake.FailNext(Text(body, "method"), FaultOf(body));
            return true;
        }));
        routes.MapPost("/control/disturb", (HttpRequest request) => Act(request, body =>
        {
            fake.Disturb((int?)body.Number("seed"), (int)(body.Number("repeats") ?? 0));
            return true;
        }));
    }

    private static async Task<IResult> Act(HttpRequest request, Func<JsonObject, JsonNode> act)
    {
        try
        {
            return Json(new JsonObject { ["result"] = act((await JsonNode.ParseAsync(request.Body))!.AsObject()) });
        }
        catch (Exception e) when (e is NullReferenceException or InvalidOperationException or FormatException or KeyNotFoundException
            or ArgumentException or System.Text.Json.JsonException)
        {
            return Results.BadRequest(new { wrong = e.Message });
        }
    }

    private static Fault FaultOf(JsonObject body) => Text(body, "fault") switch
    {
        "429" => Fault.TooManyRequests((int)(body["seconds"]?.GetValue<long>() ?? 5)),
        "reset" => Fault.Reset(carriedOut: false),
        "reset after" => Fault.Reset(carriedOut: true),
        "torn" => Fault.Torn(),
        "delay" => Fault.Delay(TimeSpan.FromSeconds(body.Number("seconds") ?? 5)),
        "silence" => Fault.Silence(carriedOut: false),
        "silence after" => Fault.Silence(carriedOut: true),
        var code => Fault.Refused(
            int.Parse(code, CultureInfo.InvariantCulture), body["description"]?.GetValue<string>() ?? "Refused"),
    };

    private static IResult Part(string name, string type) =>
        Results.Stream(typeof(Control).Assembly.GetManifestResourceStream(name)!, $"{type}; charset=utf-8");

    private static long Chat(JsonObject body) => body["chat"]!.GetValue<long>();

    private static long? Thread(JsonObject body) => body.Number("thread");

    private static string Text(JsonObject body, string name) => body[name]!.GetValue<string>();

    private static FakePerson? Person(JsonObject body) => body["from"] is JsonObject from
        ? new FakePerson(from["id"]!.GetValue<long>(), Text(from, "first_name"), from["language_code"]?.GetValue<string>())
        : null;

    private static JsonNode ToJson(FakeCall call) => new JsonObject
    {
        ["method"] = call.Method,
        ["status"] = call.Status,
        ["at_ms"] = call.At.ToUnixTimeMilliseconds(),
        ["parameters"] = call.Parameters.DeepClone(),
    };

    private static IResult Json(JsonNode node) => Results.Text(node.ToJsonString(), "application/json", Encoding.UTF8);
}
