using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Fakes.Twilio;

/// <summary>A page and a few addresses by which a developer, or a test in another process, speaks as a person with WhatsApp.</summary>
internal sealed class Control(FakeTwilio fake)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", () => Results.Stream(
            typeof(Control).Assembly.GetManifestResourceStream("twilio-control.html")!, "text/html; charset=utf-8"));
        routes.MapGet("/control/settings", () => Json(new JsonObject
        {
            ["account_sid"] = fake.AccountSid,
            ["auth_token"] = fake.AuthToken,
            ["sender"] = fake.Sender,
            ["webhook"] = fake.Webhook,
        }));
        routes.MapGet("/control/people", () => Json(new JsonArray([.. fake.People.Select(person => (JsonNode)person.Number)])));
        routes.MapGet("/control/messages", (string number) => Json(new JsonArray([.. fake.Person(number).Received.Select(ToJson)])));
        routes.MapGet("/control/sent", () => Json(new JsonArray([.. fake.Sent.Select(ToJson)])));
        routes.MapGet("/control/calls", () => Json(new JsonArray([.. fake.Calls.Select(ToJson)])));
        routes.MapGet("/control/webhooks", () => Json(new JsonArray([.. fake.Webhooks.Select(ToJson)])));
        On(routes, "webhook", body => (fake.Webhook, fake.Fallback, fake.StatusCallback) =
            (Text(body, "url"), body["fallback"]?.GetValue<string>(), body["status"]?.GetValue<string>() ?? fake.StatusCallback));
        On(routes, "say", body => Person(body).Says(Text(body, "text")));
        On(routes, "press", body => Person(body).Presses(Text(body, "title")));
        On(routes, "pick", body => Person(body).Picks(Text(body, "title")));
        On(routes, "photo", body => Person(body).SendsFile(
            Convert.FromBase64String(Text(body, "base64")), body["type"]?.GetValue<string>() ?? "image/jpeg",
            body["caption"]?.GetValue<string>() ?? ""));
        On(routes, "location", body => Person(body).SendsLocation(
            body["latitude"]!.GetValue<double>(), body["longitude"]!.GetValue<double>()));
        On(routes, "read", body => Person(body).Reads());
        On(routes, "block", body =>
        {
            if (body["blocked"]?.GetValue<bool>() ?? true)
                Person(body).Blocks(body["as"]?.GetValue<int>() ?? 63014);
            else
                Person(body).Unblocks();
        });
        On(routes, "judge", body => fake.Judge(Text(body, "content"), Text(body, "status")));
        On(routes, "fail", body => fake.FailNext(Text(body, "operation"), FaultOf(body)));
    }

    private static void On(IEndpointRouteBuilder routes, string what, Func<JsonObject, string> act) =>
        routes.MapPost($"/control/{what}", (HttpRequest request) => Act(request, body => act(body)));

    private static void On(IEndpointRouteBuilder routes, string what, Action<JsonObject> act) =>
        routes.MapPost($"/control/{what}", (HttpRequest request) => Act(request, body =>
        {
            act(body);
            return true;
        }));

    private static async Task<IResult> Act(HttpRequest request, Func<JsonObject, JsonNode> act)
    {
        try
        {
            return Json(new JsonObject { ["result"] = act((await JsonNode.ParseAsync(request.Body))!.AsObject()) });
        }
        catch (Exception e) when (e is NullReferenceException or InvalidOperationException or FormatException or Refusal
            or System.Text.Json.JsonException)
        {
            return Results.BadRequest(new { wrong = e.Message });
        }
    }

    private static Fault FaultOf(JsonObject body) => Text(body, "fault") switch
    {
        "429" => Fault.TooManyRequests(),
        "reset" => Fault.Reset(carriedOut: false),
        "reset after" => Fault.Reset(carriedOut: true),
        "silence" => Fault.Silence(carriedOut: false),
        "silence after" => Fault.Silence(carriedOut: true),
        var code => Fault.Gateway(int.Parse(code, CultureInfo.InvariantCulture)),
    };

    private WhatsAppPerson Person(JsonObject body) =>
        fake.Person(Text(body, "number"), body["name"]?.GetValue<string>() ?? "Aigul", body["hides"]?.GetValue<bool>() ?? false);

    private static string Text(JsonObject body, string name) => body[name]!.GetValue<string>();

    private static JsonNode ToJson(FakeReceived message) => new JsonObject
    {
        ["sid"] = message.Sid,
        ["body"] = message.Body,
        ["buttons"] = new JsonArray([.. message.Buttons.Select(button => (JsonNode)button.Title)]),
        ["rows"] = new JsonArray([.. message.Rows.Select(row =>
            (JsonNode)new JsonObject { ["title"] = row.Title, ["description"] = row.Description })]),
        ["media"] = message.MediaUrl,
        ["template"] = message.AsTemplate,
    };

    private static JsonNode ToJson(FakeSent sent) => new JsonObject
    {
        ["sid"] = sent.Sid,
        ["to"] = sent.To,
        ["body"] = sent.Body,
        ["status"] = sent.Status,
        ["error"] = sent.ErrorCode,
    };

    private static JsonNode ToJson(FakeCall call) => new JsonObject
    {
        ["operation"] = call.Operation,
        ["status"] = call.Status,
        ["code"] = call.Code,
        ["parameters"] = new JsonObject(call.Parameters.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
    };

    private static JsonNode ToJson(FakeWebhook webhook) => new JsonObject
    {
        ["kind"] = webhook.Kind,
        ["tries"] = new JsonArray([.. webhook.Tries.Select(outcome => (JsonNode)outcome)]),
        ["delivered"] = webhook.Delivered,
        ["fields"] = new JsonObject(webhook.Parameters.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
    };

    private static IResult Json(JsonNode node) => Results.Text(node.ToJsonString(), "application/json", Encoding.UTF8);
}
