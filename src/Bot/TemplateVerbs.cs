using System.CommandLine;
using Bot.Channels.WhatsApp;
using Bot.Operations;

namespace Bot;

/// <summary>`templates`: what WhatsApp must know of our words, compared with what Twilio has, and put there.</summary>
internal static class TemplateVerbs
{
    public static Command Templates(IReadOnlyList<string> settings)
    {
        var action = new Argument<string>("ACTION") { Description = "check: compare with Twilio, exit 1 when something lacks; push: create and submit what is missing" };
        action.AcceptOnlyFromAmong("check", "push");
        var verb = new Command("templates", "Templates, buttons and lists that WhatsApp shows: compared with Twilio's, or put there");
        verb.Add(action);
        verb.SetAction((parsed, cancel) => Run(settings, parsed.GetValue(action)!, cancel));
        return verb;
    }

    private static async Task<int> Run(IReadOnlyList<string> settings, string action, CancellationToken cancellationToken)
    {
        await using var app = Doorway.Built(settings);
        if (!app.Services.GetRequiredService<WhatsAppSettings>().IsOn)
            throw new SettingException("WhatsApp:AccountSid is empty: there is no account to look at. Set it with WhatsApp:AuthToken and WhatsApp:Sender.");
        var book = app.Services.GetRequiredService<TemplateBook>();
        try
        {
            var lines = action == "push" ? await book.Push(cancellationToken) : await book.Check(cancellationToken);
            var wrong = lines.Where(line => !line.IsRight).ToList();
            Verbs.Print(new { right = lines.Count - wrong.Count, wrong });
            return wrong.Count == 0 ? 0 : 1;
        }
        catch (TwilioException fault)
        {
            throw new InvalidOperationException($"Twilio did not do it: {fault.Message}. `bot doctor` looks at the account.", fault);
        }
    }
}
