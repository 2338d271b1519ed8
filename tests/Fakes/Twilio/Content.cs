using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Fakes.Twilio;

/// <summary>A content of the Content API: text, buttons or a list in one language, and what WhatsApp thinks of it as a template.</summary>
internal sealed partial class Content
{
    public required string Sid { get; init; }
    public required string FriendlyName { get; init; }
    public required string Language { get; init; }
    public required JsonObject Variables { get; init; }
    public required JsonObject Types { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>name, category, status, rejection_reason; null: never submitted.</summary>
    public JsonObject? Approval { get; set; }

    /// <summary>unsubmitted, received, pending, approved, rejected, paused, disabled.</summary>
    public string ApprovalStatus => Approval?["status"]!.GetValue<string>() ?? "unsubmitted";

    /// <summary>The kind that WhatsApp shows: the richest of those given.</summary>
    public string Kind => ContentRules.Kinds.Last(Types.ContainsKey);

    private JsonObject Shown => Types[Kind]!.AsObject();

    public Rendered Render(JsonObject given)
    {
        HashSet<string> unfilled = [];
        var body = Fill(Shown["body"], given, unfilled);
        var buttons = Choices("actions", "title", given, unfilled);
        return new Rendered(this, body, buttons, Choices("items", "item", given, unfilled)) { Unfilled = [.. unfilled] };
    }

    /// <summary>The names of the variables that the body holds.</summary>
    public IEnumerable<string> InBody() => Names(Shown["body"]?.GetValue<string>() ?? "");

    public IEnumerable<string> InAll() => Names(Shown.ToJsonString());

    private FakeChoice[] Choices(string list, string title, JsonObject given, HashSet<string> unfilled) =>
    [
        .. (Shown[list]?.AsArray() ?? []).Select(item => new FakeChoice(
            Fill(item!["id"], given, unfilled), Fill(item[title], given, unfilled),
            item["description"] is { } more ? Fill(more, given, unfilled) : null)),
    ];

    private string Fill(JsonNode? text, JsonObject given, HashSet<string> unfilled) =>
        Placeholder().Replace(text?.GetValue<string>() ?? "", match =>
        {
            var name = match.Groups[1].Value;
            if ((given[name] ?? Variables[name])?.GetValue<string>() is { Length: > 0 } value)
                return value;
            unfilled.Add(name);
            return match.Value;
        });

    private static IEnumerable<string> Names(string text) => Placeholder().Matches(text).Select(match => match.Groups[1].Value).Distinct();

    public JsonObject ToJson(string account, string url, bool withApproval)
    {
        var json = new JsonObject
        {
            ["account_sid"] = account,
            ["date_created"] = Iso(CreatedAt),
            ["date_updated"] = Iso(CreatedAt),
            ["friendly_name"] = FriendlyName,
            ["language"] = Language,
            ["sid"] = Sid,
            ["types"] = Types.DeepClone(),
            ["variables"] = Variables.DeepClone(),
        };
        if (withApproval)
            json["approval_requests"] = Approval?.DeepClone() ?? new JsonObject { ["status"] = "unsubmitted" };
        else
        {
            json["url"] = $"{url}/v1/Content/{Sid}";
            json["links"] = new JsonObject
            {
                ["approval_create"] = $"{url}/v1/Content/{Sid}/ApprovalRequests/whatsapp",
                ["approval_fetch"] = $"{url}/v1/Content/{Sid}/ApprovalRequests",
            };
        }

        return json;
    }

    private static string Iso(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{\{\s*([A-Za-z0-9_]+)\s*\}\}")]
    private static partial Regex Placeholder();
}
