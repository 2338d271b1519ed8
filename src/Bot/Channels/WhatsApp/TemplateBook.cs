using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Channels.WhatsApp;

/// <summary>How one entry of the catalogue stands at Twilio.</summary>
/// <param name="State">right, missing, different, or what WhatsApp says of a template: unsubmitted, pending, rejected, paused …</param>
public sealed record TemplateLine(string Name, string Language, bool IsTemplate, string State, string? Sid, string? Reason)
{
    public bool IsRight => State == TemplateBook.Right;
}

/// <summary>Compares the catalogue with what is at Twilio, and puts there what is missing.</summary>
internal sealed class TemplateBook(TwilioClient client)
{
    public const string Right = "right", Missing = "missing", Different = "different";

    public async Task<IReadOnlyList<TemplateLine>> Check(CancellationToken cancellationToken)
    {
        List<JsonElement> there = [];
        await foreach (var content in client.Contents(cancellationToken))
            there.Add(content);
        return [.. Catalogue.All().Select(entry => Line(entry, there))];
    }

    /// <summary>Creates what is missing and submits templates that were never submitted; what is different is left to a person.</summary>
    public async Task<IReadOnlyList<TemplateLine>> Push(CancellationToken cancellationToken)
    {
        var catalogue = Catalogue.All().ToDictionary(entry => (entry.Name, entry.Language));
        foreach (var line in await Check(cancellationToken))
        {
            var entry = catalogue[(line.Name, line.Language)];
            var sid = line.State == Missing ? await client.CreateContent(entry.ToJson(), cancellationToken) : line.Sid;
            if (entry.IsTemplate && line.State is Missing or "unsubmitted")
                await client.Submit(sid!, new JsonObject { ["name"] = entry.Name, ["category"] = entry.Category }.ToJsonString(), cancellationToken);
        }

        return await Check(cancellationToken);
    }

    private static TemplateLine Line(CatalogueEntry entry, List<JsonElement> there)
    {
        var same = there.Where(content => content.Text("friendly_name") == entry.Name && content.Text("language") == entry.Language).ToList();
        var best = same.OrderByDescending(content => Status(content) == "approved").ThenByDescending(content => SaysTheSame(entry, content)).FirstOrDefault();
        if (best.ValueKind == JsonValueKind.Undefined)
            return new TemplateLine(entry.Name, entry.Language, entry.IsTemplate, Missing, null, null);
        var state = !SaysTheSame(entry, best) ? Different : !entry.IsTemplate || Status(best) == "approved" ? Right : Status(best) ?? "unsubmitted";
        var reason = best.Child("approval_requests")?.Text("rejection_reason");
        return new TemplateLine(entry.Name, entry.Language, entry.IsTemplate, state, best.Text("sid"), reason is { Length: > 0 } ? reason : null);
    }

    private static string? Status(JsonElement content) => content.Child("approval_requests")?.Text("status");

    /// <summary>Twilio adds fields of its own; every word of ours must be there.</summary>
    private static bool SaysTheSame(CatalogueEntry entry, JsonElement content) =>
        content.Child("types") is { } types && Holds(JsonNode.Parse(types.GetRawText()), entry.Types);

    private static bool Holds(JsonNode? there, JsonNode? ours) => (there, ours) switch
    {
        (JsonObject given, JsonObject wanted) => wanted.All(field => Holds(given[field.Key], field.Value)),
        (JsonArray given, JsonArray wanted) => given.Count == wanted.Count && wanted.Zip(given).All(pair => Holds(pair.Second, pair.First)),
        _ => JsonNode.DeepEquals(there, ours),
    };
}
