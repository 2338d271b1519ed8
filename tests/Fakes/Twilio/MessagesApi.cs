using System.Text.RegularExpressions;

namespace Fakes.Twilio;

/// <summary>Takes messages in, or says at once why not; the rest comes in the status callback. The caller holds the gate.</summary>
internal sealed partial class MessagesApi(World world)
{
    /// <summary>What comes up only with other features of Twilio's; the fake does not do as if.</summary>
    private static readonly string[] NotHere =
        ["ApplicationSid", "ScheduleType", "SendAt", "ShortenUrls", "FallbackFrom", "PersistentAction", "SendAsMms"];

    public Message Create(IFormCollection form, string? usualCallback)
    {
        var to = form["To"].ToString() is { Length: > 0 } given ? given : throw Refusal.Bad(21604, "A 'To' phone number is required.");
        CheckParameters(form);
        var service = One(form, "MessagingServiceSid");
        var from = One(form, "From") ?? (service is null
            ? throw Refusal.Bad(21603, "A 'From' phone number is required.") : world.Account.Sender);
        CheckAddresses(from, to);
        var (body, rendered) = What(form);
        if (world.PersonAt(to) is { HasOptedOut: true })
            throw Refusal.Bad(21610, "Attempt to send to unsubscribed recipient");
        var media = form["MediaUrl"].OfType<string>().ToList();
        var message = new Message
        {
            Sid = World.NewSid(media.Count > 0 ? "MM" : "SM"),
            Number = world.NextNumber(),
            From = from,
            To = to,
            IsInbound = false,
            Body = rendered?.Body ?? body ?? "",
            CreatedAt = world.Now,
            StatusCallback = One(form, "StatusCallback") ?? usualCallback,
            ServiceSid = service,
            MediaUrls = media,
            Rendered = rendered,
        };
        world.Messages[message.Sid] = message;
        world.Waiting.Enqueue(message);
        return message;
    }

    public Message Find(string sid) =>
        world.Messages.GetValueOrDefault(sid) ?? throw Refusal.NotFound($"/2010-04-01/Accounts/{world.Account.Sid}/Messages/{sid}.json");

    /// <summary>Redaction: the text goes, the record stays.</summary>
    public Message Update(string sid, IFormCollection form)
    {
        var message = Find(sid);
        if (form.ContainsKey("Status"))
            throw Refusal.Bad(30409, "Message is not in a cancelable state");
        if (!form.TryGetValue("Body", out var body) || body.ToString().Length > 0)
            throw Refusal.Bad(20001, "Body may only be emptied");
        if (!message.IsOver)
            throw new Refusal(409, 20009, "Cannot redact message because delivery has not been completed.");
        message.Body = "";
        return message;
    }

    public void Delete(string sid)
    {
        if (!Find(sid).IsOver)
            throw new Refusal(409, 20009, "Cannot delete message because delivery has not been completed.");
        world.Messages.Remove(sid);
    }

    private static void CheckParameters(IFormCollection form)
    {
        foreach (var (name, values) in form)
        {
            if (NotHere.Contains(name))
                throw new Refusal(501, 20001, $"Not implemented by this fake: {name}");
            foreach (var value in values.Where(value => name != "ContentSid"))
                if (Contract.Instance.Fault("POST Messages.json", name, value ?? "") is { } wrong)
                    throw Refusal.Bad(name == "StatusCallback" ? 21609 : 20001, wrong);
        }

        if (One(form, "StatusCallback") is { } callback && new Uri(callback).Scheme is not ("http" or "https"))
            throw Refusal.Bad(21609, "The 'StatusCallback' URL is not a valid URL");
    }

    private void CheckAddresses(string from, string to)
    {
        var isWhatsApp = to.StartsWith("whatsapp:", StringComparison.Ordinal);
        if (isWhatsApp != from.StartsWith("whatsapp:", StringComparison.Ordinal))
            throw Refusal.Bad(21910, "Invalid From and To pair. From and To should be of the same channel");
        if (!isWhatsApp || !Address().IsMatch(to))
            throw Refusal.Bad(21211, $"The 'To' number {to} is not a valid phone number.");
        if (from != world.Account.Sender)
            throw Refusal.Bad(63007, "Twilio could not find a Channel with the specified From address");
    }

    private (string? Body, Rendered? Rendered) What(IFormCollection form)
    {
        var (body, sid, variables) = (One(form, "Body"), One(form, "ContentSid"), One(form, "ContentVariables"));
        if (sid is null && variables is not null)
            throw Refusal.Bad(21654, "The ContentSid is required with ContentVariables");
        if (body is null && sid is null && !form.ContainsKey("MediaUrl"))
            throw Refusal.Bad(21619, "A text message body or media urls must be specified.");
        if (body?.Length > ContentRules.LongestBody)
            throw Refusal.Bad(21617, "The concatenated message body exceeds the 1600 character limit");
        if (sid is null)
            return (body, null);
        if (!world.Contents.TryGetValue(sid, out var content))
            throw Refusal.Bad(21655, "The ContentSid is invalid");
        var rendered = content.Render(ContentVariables.Read(variables, content));
        return rendered.Body.Length > ContentRules.LongestBody
            ? throw Refusal.Bad(21617, "The concatenated message body exceeds the 1600 character limit")
            : (body, rendered);
    }

    private static string? One(IFormCollection form, string name) => form[name].ToString() is { Length: > 0 } value ? value : null;

    [GeneratedRegex(@"^whatsapp:(\+[1-9][0-9]{6,14}|[A-Z]{2}\.[0-9A-Za-z]{4,128})$")]
    private static partial Regex Address();
}
