using System.Globalization;
using System.Text.Json.Nodes;

namespace Fakes.Twilio;

/// <summary>A message in Twilio's books, inbound or outbound. Whoever reads or changes it holds the world's gate.</summary>
internal sealed class Message
{
    public required string Sid { get; init; }

    /// <summary>Its place in the books: moments may be equal.</summary>
    public required long Number { get; init; }

    public required string From { get; init; }
    public required string To { get; init; }
    public required bool IsInbound { get; init; }
    public required string? Body { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public string Status { get; private set; } = "queued";
    public DateTimeOffset UpdatedAt { get; private set; }
    public DateTimeOffset? SentAt { get; set; }
    public int? ErrorCode { get; private set; }
    public string? ErrorMessage { get; private set; }
    public string? StatusCallback { get; init; }
    public string? ServiceSid { get; init; }
    public IReadOnlyList<string> MediaUrls { get; init; } = [];
    public List<File> Media { get; } = [];

    /// <summary>What it was made of, with its variables; null for free text.</summary>
    public Rendered? Rendered { get; init; }

    /// <summary>It goes as a template that WhatsApp has approved once.</summary>
    public bool IsTemplate => Rendered?.Content.ApprovalStatus is "approved" or "paused" or "disabled";

    /// <summary>A file that came with a message.</summary>
    public sealed record File(string Sid, string ContentType, byte[] Bytes, DateTimeOffset At);

    /// <summary>Nothing more will happen to it, so it may be redacted or deleted.</summary>
    public bool IsOver => Status is not ("queued" or "sending" or "accepted");

    public void Becomes(string status, DateTimeOffset now, int? error = null)
    {
        (Status, UpdatedAt) = (status, now);
        if (status == "sent")
            SentAt = now;
        if (error is { } code)
            (ErrorCode, ErrorMessage) = (code, ErrorCodes.Say(code));
    }

    public JsonObject ToJson(string account)
    {
        var uri = $"/2010-04-01/Accounts/{account}/Messages/{Sid}";
        return new JsonObject
        {
            ["account_sid"] = account,
            ["api_version"] = "2010-04-01",
            ["body"] = Body,
            ["date_created"] = Rfc2822(CreatedAt),
            ["date_sent"] = SentAt is { } sent ? Rfc2822(sent) : null,
            ["date_updated"] = Rfc2822(UpdatedAt > CreatedAt ? UpdatedAt : CreatedAt),
            ["direction"] = IsInbound ? "inbound" : "outbound-api",
            ["error_code"] = ErrorCode,
            ["error_message"] = ErrorMessage,
            ["from"] = From,
            ["messaging_service_sid"] = ServiceSid,
            ["num_media"] = NumMedia,
            ["num_segments"] = "1",
            ["price"] = null,
            ["price_unit"] = null,
            ["sid"] = Sid,
            ["status"] = Status,
            ["subresource_uris"] = new JsonObject { ["media"] = $"{uri}/Media.json" },
            ["to"] = To,
            ["uri"] = $"{uri}.json",
        };
    }

    public string NumMedia => (IsInbound ? Media.Count : Math.Min(1, MediaUrls.Count)).ToString(CultureInfo.InvariantCulture);

    public static string Rfc2822(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
}

/// <summary>What a content looks like with its variables filled in.</summary>
internal sealed record Rendered(Content Content, string Body, IReadOnlyList<FakeChoice> Buttons, IReadOnlyList<FakeChoice> Rows)
{
    public IReadOnlyList<string> Unfilled { get; init; } = [];
}
