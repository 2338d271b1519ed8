using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Fakes.Twilio;

/// <summary>content.twilio.com: contents, and their approval as WhatsApp templates. The caller holds the world's gate.</summary>
internal sealed partial class ContentApi(World world, Func<string> url)
{
    private const int UsualPage = 50, LargestPage = 1000;
    private static readonly string[] Categories = ["UTILITY", "MARKETING", "AUTHENTICATION"];

    /// <summary>Submitted templates are judged at once; otherwise they wait until a test judges.</summary>
    public bool ApprovesAtOnce { get; set; }

    public JsonObject Create(JsonObject body)
    {
        if (body.FirstOrDefault(pair => pair.Key is not ("friendly_name" or "language" or "variables" or "types")).Key is { } unknown)
            throw Refusal.Bad(20001, $"Unknown field {unknown}");
        if (body["language"]?.GetValue<string>() is not { Length: > 0 } language || body["types"] is not JsonObject types)
            throw Refusal.Bad(20001, "language and types are required");
        if (ContentRules.FaultOfTypes(types) is { } wrong)
            throw Refusal.Bad(20001, wrong);
        var content = new Content
        {
            Sid = World.NewSid("HX"),
            FriendlyName = body["friendly_name"]?.GetValue<string>() ?? "",
            Language = language,
            Variables = body["variables"]?.DeepClone().AsObject() ?? [],
            Types = types.DeepClone().AsObject(),
            CreatedAt = world.Now,
        };
        if (content.Render(content.Variables) is var sample && ContentRules.FaultOf(sample, asTemplate: true) is { } tooMuch)
            throw Refusal.Bad(20001, $"Over the limit: {tooMuch}");
        world.Contents[content.Sid] = content;
        return content.ToJson(world.Account.Sid, url(), withApproval: false);
    }

    public JsonObject Fetch(string sid) => Find(sid).ToJson(world.Account.Sid, url(), withApproval: false);

    public void Delete(string sid) => world.Contents.Remove(Find(sid).Sid);

    public JsonObject List(string path, IQueryCollection query)
    {
        var size = Math.Clamp(Number(query, "PageSize", UsualPage), 1, LargestPage);
        var page = Number(query, "Page", 0);
        var all = world.Contents.Values.OrderByDescending(content => content.CreatedAt).ToList();
        string At(int number) => $"{url()}{path}?PageSize={size}&Page={number}";
        return new JsonObject
        {
            ["contents"] = new JsonArray([.. all.Skip(page * size).Take(size).Select(content =>
                (JsonNode)content.ToJson(world.Account.Sid, url(), path.EndsWith("Approvals", StringComparison.Ordinal)))]),
            ["meta"] = new JsonObject
            {
                ["first_page_url"] = At(0),
                ["key"] = "contents",
                ["next_page_url"] = all.Count > (page + 1) * size ? At(page + 1) : null,
                ["page"] = page,
                ["page_size"] = size,
                ["previous_page_url"] = page > 0 ? At(page - 1) : null,
                ["url"] = At(page),
            },
        };
    }

    public JsonObject Submit(string sid, JsonObject body)
    {
        var content = Find(sid);
        if (body["name"]?.GetValue<string>() is not { } name || !TemplateName().IsMatch(name))
            throw Refusal.Bad(20001, "name: lower-case letters, digits and underscores");
        if (body["category"]?.GetValue<string>() is not { } category || !Categories.Contains(category))
            throw Refusal.Bad(20001, $"category: one of {string.Join(", ", Categories)}");
        content.Approval = new JsonObject
        {
            ["allow_category_change"] = body["allow_category_change"]?.GetValue<bool>() ?? true,
            ["category"] = category,
            ["content_type"] = content.Kind,
            ["name"] = name,
            ["rejection_reason"] = "",
            ["status"] = "received",
            ["type"] = "whatsapp",
        };
        if (ContentRules.ReasonToReject(content) is { } reason)
            Judge(sid, "rejected", reason);
        else if (ApprovesAtOnce)
            Judge(sid, "approved");
        return content.Approval.DeepClone().AsObject();
    }

    public JsonObject FetchApproval(string sid) => new()
    {
        ["account_sid"] = world.Account.Sid,
        ["sid"] = Find(sid).Sid,
        ["url"] = $"{url()}/v1/Content/{sid}/ApprovalRequests",
        ["whatsapp"] = Find(sid).Approval?.DeepClone() ?? new JsonObject { ["status"] = "unsubmitted", ["type"] = "whatsapp" },
    };

    public void Judge(string sid, string status, string reason = "")
    {
        var approval = Find(sid).Approval ?? throw new InvalidOperationException("It was never submitted.");
        (approval["status"], approval["rejection_reason"]) = (status, reason);
    }

    private Content Find(string sid) => world.Contents.GetValueOrDefault(sid) ?? throw Refusal.NotFound($"/v1/Content/{sid}");

    private static int Number(IQueryCollection query, string name, int usual) =>
        int.TryParse(query[name], CultureInfo.InvariantCulture, out var number) ? number : usual;

    [GeneratedRegex("^[a-z0-9_]{1,512}$")]
    private static partial Regex TemplateName();
}
