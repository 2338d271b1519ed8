using Bot.Channels.WhatsApp;

namespace Bot.Operations;

/// <summary>Whether Twilio lets us in, and has what we need to call people back.</summary>
internal sealed class WhatsAppCheck(TwilioClient client, TemplateBook book, WhatsAppSettings settings)
{
    private const string Name = "whatsapp";

    public async Task<Check> Look(CancellationToken cancellationToken)
    {
        try
        {
            if (await client.State(cancellationToken) is { } state && state != "active")
                return new Check(Name, false, $"Twilio says that the account is {state}.", "Look into Twilio's console.");
            var lacking = (await book.Check(cancellationToken)).Where(line => !line.IsRight).ToList();
            if (lacking.Exists(line => line.IsTemplate))
                return new Check(Name, false, "Not every template is approved: nobody in that language can be called back after 24 hours.",
                    "`bot templates push`, wait for WhatsApp (up to a day), then `bot templates check`.");
            if (settings.PublicUrl.Length == 0)
                return new Check(Name, false, "WhatsApp:PublicUrl is empty: what becomes of messages is not told to us.",
                    "Set it to this service's public address, as it stands in Twilio's console.");
            return new Check(Name, true, lacking.Count == 0
                ? "Twilio knows the account; templates, buttons and lists are there."
                : "Twilio knows the account; some buttons are not there and are shown as numbered text. `bot templates push` puts them there.");
        }
        catch (TwilioException fault)
        {
            return fault.AccountRefused
                ? new Check(Name, false, "Twilio refuses the account or its token.", "Copy both from the console into WhatsApp:AccountSid and WhatsApp:AuthToken, start again.")
                : new Check(Name, false, "Twilio does not answer: " + fault.Message, "Check WhatsApp:ApiUrl and the way to the internet.");
        }
    }
}
