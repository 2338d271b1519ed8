using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Fakes.Telegram;

/// <summary>Sets the webhook, removes it and tells about it.</summary>
internal sealed partial class WebhookMethods(World world)
{
    public JsonNode Set(JsonObject p)
    {
        var url = p["url"]!.GetValue<string>();
        if (url.Length == 0)
            return Delete(p);
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || (address.Scheme != "https" && !address.IsLoopback))
            throw Refusal.Bad("bad webhook: An HTTPS URL must be provided for webhook");
        if (p["secret_token"] is { } secret && !SecretShape().IsMatch(secret.GetValue<string>()))
            throw Refusal.Bad("secret token contains unallowed characters");
        if (p["max_connections"]?.GetValue<long>() is < 1 or > 100)
            throw Refusal.Bad("bad max_connections");
        if (p["drop_pending_updates"]?.GetValue<bool>() == true)
            world.Queue.Clear();
        world.Queue.Allow(p["allowed_updates"]?.AsArray());
        var connections = (int)(p["max_connections"]?.GetValue<long>() ?? 40);
        world.Webhook = new World.WebhookState(url, p["secret_token"]?.GetValue<string>(), connections);
        return true;
    }

    public JsonNode Delete(JsonObject p)
    {
        world.Webhook = null;
        if (p["drop_pending_updates"]?.GetValue<bool>() == true)
            world.Queue.Clear();
        return true;
    }

    public JsonObject Tell()
    {
        var answer = new JsonObject
        {
            ["url"] = world.Webhook?.Url ?? "",
            ["has_custom_certificate"] = false,
            ["pending_update_count"] = world.Queue.Count,
            ["allowed_updates"] = world.Queue.Allowed,
        };
        if (world.Webhook?.LastError is { } error)
        {
            answer["last_error_message"] = error;
            answer["last_error_date"] = world.Webhook.LastErrorAt;
        }

        return answer;
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{1,256}$")]
    private static partial Regex SecretShape();
}
