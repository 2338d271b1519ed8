using System.Globalization;

namespace Fakes.Twilio;

/// <summary>Moves a message on and tells its status callback. The caller holds the world's gate.</summary>
internal sealed class StatusCallbacks(World world, WebhookPush push)
{
    public void Tell(Message message, string status, int? error = null)
    {
        message.Becomes(status, world.Now, error);
        Announce(message);
    }

    /// <summary>Tells the status as it is.</summary>
    public void Announce(Message message)
    {
        if (message.StatusCallback is not { } url)
            return;
        var fields = new Dictionary<string, string>
        {
            ["AccountSid"] = world.Account.Sid,
            ["ApiVersion"] = "2010-04-01",
            ["ChannelInstallSid"] = "XE000000000000000000000000fa4e0001",
            ["ChannelPrefix"] = "whatsapp",
            ["ChannelToAddress"] = Masked(message.To),
            ["From"] = message.From,
            ["MessageSid"] = message.Sid,
            ["MessageStatus"] = message.Status,
            ["SmsSid"] = message.Sid,
            ["SmsStatus"] = message.Status,
            ["StructuredMessage"] = message.Rendered is null ? "false" : "true",
            ["To"] = message.To,
        };
        if (message.Status is "delivered" or "read" or "undelivered" or "failed")
            fields["EventType"] = message.Status.ToUpperInvariant();
        if (message.ErrorCode is { } error)
        {
            fields["ErrorCode"] = error.ToString(CultureInfo.InvariantCulture);
            fields["ErrorMessage"] = $"{error.ToString(CultureInfo.InvariantCulture)} {message.ErrorMessage}";
        }

        if (message.ServiceSid is { } service)
            fields["MessagingServiceSid"] = service;
        push.Send("status", url, null, fields, lane: message.Sid);
    }

    private static string Masked(string address) => address["whatsapp:".Length..] is { Length: > 4 } bare ? $"{bare[..^4]}XXXX" : "";
}
