using System.Globalization;

namespace Fakes.Twilio;

/// <summary>What a person does. Whatever is sent says its sid.</summary>
public sealed partial class WhatsAppPerson
{
    /// <summary>Writes.</summary>
    public string Says(string text, string? replyTo = null) => inbound.Come(this, text, Quoting(replyTo, Fields("text")));

    public string SendsPhoto(byte[] bytes, string contentType = "image/jpeg", string caption = "") => SendsFile(bytes, contentType, caption);

    /// <summary>A file of any type; WhatsApp sends one in a message.</summary>
    public string SendsFile(byte[] bytes, string contentType, string caption = "") =>
        inbound.Come(this, caption, Fields(MessageTypeOf(contentType)), (bytes, contentType));

    public string SendsVoice(byte[] bytes) => SendsFile(bytes, "audio/ogg");

    public string SendsLocation(double latitude, double longitude, string? address = null, string? label = null)
    {
        var fields = Fields("location");
        fields["Latitude"] = latitude.ToString(CultureInfo.InvariantCulture);
        fields["Longitude"] = longitude.ToString(CultureInfo.InvariantCulture);
        if (address is not null)
            fields["Address"] = address;
        if (label is not null)
            fields["Label"] = label;
        return inbound.Come(this, "", fields);
    }

    /// <summary>Presses a button by its title, of the last message that has it.</summary>
    public string Presses(string title)
    {
        var message = Received.Last(message => message.Buttons.Any(button => button.Title == title));
        return Presses(message, message.Buttons.First(button => button.Title == title));
    }

    /// <summary>Presses a button, or one that is not there.</summary>
    public string Presses(FakeReceived message, FakeChoice button)
    {
        var fields = Quoting(message.Sid, Fields(message.AsTemplate ? "button" : "interactive"));
        (fields["ButtonText"], fields["ButtonPayload"]) = (button.Title, button.Id);
        return inbound.Come(this, button.Title, fields);
    }

    /// <summary>Picks a row of a list by its title, of the last message that has it.</summary>
    public string Picks(string title)
    {
        var message = Received.Last(message => message.Rows.Any(row => row.Title == title));
        return Picks(message, message.Rows.First(row => row.Title == title));
    }

    public string Picks(FakeReceived message, FakeChoice row)
    {
        var fields = Quoting(message.Sid, Fields("interactive"));
        (fields["ListId"], fields["ListTitle"]) = (row.Id, row.Title);
        if (row.Description is not null)
            fields["ListDescription"] = row.Description;
        return inbound.Come(this, row.Title, fields);
    }

    /// <summary>Comes by an advertisement or a link that carries words.</summary>
    public string ComesFrom(string sourceUrl, string text)
    {
        var fields = Fields("text");
        (fields["ReferralSourceUrl"], fields["ReferralSourceType"], fields["ReferralSourceId"]) = (sourceUrl, "post", "1");
        return inbound.Come(this, text, fields);
    }

    /// <summary>Says STOP: Twilio itself refuses the bot's messages from then on.</summary>
    public string OptsOut() => Says("STOP");

    public string OptsIn() => Says("START");

    /// <summary>Blocks the bot, which learns it only by errors: 63014, 63033, 63032 …</summary>
    public void Blocks(int seenAs = 63014) => BlockedAs = seenAs;

    public void Unblocks() => BlockedAs = null;

    /// <summary>Looks at what has come.</summary>
    public void Reads() => inbound.Read([.. Received.Select(message => message.Sid)]);

    /// <summary>Switches the telephone off.</summary>
    public void GoesAway() => IsAway = true;

    /// <summary>Switches it on: what waited is delivered.</summary>
    public void ComesBack()
    {
        IsAway = false;
        inbound.Deliver(this, waiting);
        waiting.Clear();
    }

    private Dictionary<string, string> Quoting(string? sid, Dictionary<string, string> fields)
    {
        if (sid is not null)
            (fields["OriginalRepliedMessageSid"], fields["OriginalRepliedMessageSender"]) = (sid, world.Account.Sender);
        return fields;
    }

    private static Dictionary<string, string> Fields(string messageType) => new() { ["MessageType"] = messageType };

    private static string MessageTypeOf(string contentType) =>
        contentType.Split('/')[0] is "image" or "audio" or "video" ? contentType.Split('/')[0] : "document";
}
