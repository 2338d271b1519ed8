namespace Fakes.Twilio;

/// <summary>Which operation an address means, with the sids that stand in it.</summary>
/// <param name="Name">send, list, fetch, redact, delete, media list, media, media delete, account, typing, content …, file.</param>
/// <param name="Account">The account in the address, where there is one.</param>
/// <param name="IsOpen">Needs no name and password.</param>
internal sealed record Call(string Name, string? Account, string Sid = "", string Part = "", bool IsJson = false, bool IsOpen = false)
{
    public static Call Of(string verb, string path)
    {
        var parts = path.Trim('/').Split('/');
        var isJson = parts[^1].EndsWith(".json", StringComparison.Ordinal);
        if (isJson)
            parts[^1] = parts[^1][..^".json".Length];
        return (verb, parts) switch
        {
            ("GET", ["2010-04-01", "Accounts", var account]) => new("account", account),
            ("POST", ["2010-04-01", "Accounts", var account, "Messages"]) => new("send", account),
            ("GET", ["2010-04-01", "Accounts", var account, "Messages"]) => new("list", account),
            (_, ["2010-04-01", "Accounts", var account, "Messages", var sid]) when OneOf(verb, "fetch", "redact", "delete") is { } name =>
                new(name, account, sid),
            ("GET", ["2010-04-01", "Accounts", var account, "Messages", var sid, "Media"]) => new("media list", account, sid),
            (_, ["2010-04-01", "Accounts", var account, "Messages", var sid, "Media", var part])
                when OneOf(verb, "media", null, "media delete") is { } name => new(name, account, sid, part, isJson),
            ("GET", ["v1" or "v2", "Content"]) => new("content list", null),
            ("GET", ["v1" or "v2", "ContentAndApprovals"]) => new("content list", null),
            ("POST", ["v1", "Content"]) => new("content create", null),
            (_, ["v1", "Content", var sid]) when OneOf(verb, "content fetch", null, "content delete") is { } name => new(name, null, sid),
            ("GET", ["v1", "Content", var sid, "ApprovalRequests"]) => new("approval fetch", null, sid),
            ("POST", ["v1", "Content", var sid, "ApprovalRequests", "whatsapp"]) => new("approval create", null, sid),
            ("POST", [_, "Indicators", "Typing"]) => new("typing", null),
            ("GET", ["files", var sid, var part]) => new("file", null, sid, part, IsOpen: true),
            _ => new("nothing", null),
        };
    }

    private static string? OneOf(string verb, string get, string? post, string delete) =>
        verb switch { "GET" => get, "POST" => post, "DELETE" => delete, _ => null };
}
