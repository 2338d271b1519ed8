using System.Globalization;

namespace Fakes.Twilio;

/// <summary>Takes what people send, keeps it as Twilio does, and brings it to the bot's webhook.</summary>
internal sealed class Inbound(World world, WebhookPush push, StatusCallbacks callbacks, Func<string> url)
{
    private static readonly string[] StopWords = ["STOP", "UNSUBSCRIBE", "END", "CANCEL", "QUIT", "STOPALL"];
    private static readonly string[] StartWords = ["START", "YES", "UNSTOP"];

    /// <summary>The webhook's public address, with its fragment; null: nobody is told.</summary>
    public string? Webhook { get; set; }

    public string? Fallback { get; set; }

    public string Come(WhatsAppPerson person, string body, Dictionary<string, string> fields, (byte[] Bytes, string Type)? file = null)
    {
        string sid;
        lock (world.Gate)
        {
            person.LastInbound = world.Now;
            var message = Keep(person, body, file);
            sid = message.Sid;
            if (OptOut(person, body.Trim().ToUpperInvariant()) is { } word)
                fields["OptOutType"] = word;
            Describe(message, person, fields);
            if (Webhook is { } address)
                push.Send("message", address, Fallback, fields, lane: person.Number);
        }

        world.Changed();
        return sid;
    }

    public void Deliver(WhatsAppPerson person, IReadOnlyList<Message> waiting)
    {
        lock (world.Gate)
            foreach (var message in waiting)
                person.Take(message, callbacks);
        world.Changed();
    }

    public void Read(IReadOnlyList<string> sids)
    {
        lock (world.Gate)
            foreach (var sid in sids)
                if (world.Messages.TryGetValue(sid, out var message) && message.Status == "delivered")
                    callbacks.Tell(message, "read");
        world.Changed();
    }

    private Message Keep(WhatsAppPerson person, string body, (byte[] Bytes, string Type)? file)
    {
        var message = new Message
        {
            Sid = World.NewSid(file is null ? "SM" : "MM"),
            Number = world.NextNumber(),
            From = person.Address,
            To = world.Account.Sender,
            IsInbound = true,
            Body = body,
            CreatedAt = world.Now,
            SentAt = world.Now,
        };
        message.Becomes("received", world.Now);
        if (file is { } given)
            message.Media.Add(new Message.File(World.NewSid("ME"), given.Type, given.Bytes, world.Now));
        world.Messages[message.Sid] = message;
        return message;
    }

    private void Describe(Message message, WhatsAppPerson person, Dictionary<string, string> fields)
    {
        fields["AccountSid"] = world.Account.Sid;
        fields["ApiVersion"] = "2010-04-01";
        fields["Body"] = message.Body!;
        fields["ExternalUserId"] = person.Bsuid;
        fields["From"] = message.From;
        fields["MessageSid"] = message.Sid;
        fields["NumMedia"] = message.NumMedia;
        fields["NumSegments"] = "1";
        fields["ProfileName"] = person.Name;
        fields["ReferralNumMedia"] = "0";
        fields["SmsMessageSid"] = message.Sid;
        fields["SmsSid"] = message.Sid;
        fields["SmsStatus"] = "received";
        fields["To"] = message.To;
        if (!person.HidesNumber)
            fields["WaId"] = person.Number[1..];
        for (var i = 0; i < message.Media.Count; i++)
        {
            var number = i.ToString(CultureInfo.InvariantCulture);
            fields[$"MediaUrl{number}"] =
                $"{url()}/2010-04-01/Accounts/{world.Account.Sid}/Messages/{message.Sid}/Media/{message.Media[i].Sid}";
            fields[$"MediaContentType{number}"] = message.Media[i].ContentType;
        }
    }

    /// <summary>Twilio's own reading of single English words.</summary>
    private static string? OptOut(WhatsAppPerson person, string word)
    {
        if (StopWords.Contains(word))
            person.HasOptedOut = true;
        else if (StartWords.Contains(word) && person.HasOptedOut)
            person.HasOptedOut = false;
        else
            return null;
        return person.HasOptedOut ? "STOP" : "START";
    }
}
