namespace Bot.Channels.WhatsApp;

/// <summary>Which templates and contents Twilio has for us, by name and language; looked up when needed, and again after a while.</summary>
internal sealed class Shelf(TwilioClient client, TimeProvider clock, ILogger<Shelf> log) : IDisposable
{
    /// <summary>How old the list may be: an approval or a pause is seen after so long.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1), AfterFault = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim one = new(1);
    private Dictionary<(string Name, string Language), (string Sid, string? Approval)> known = [];
    private DateTimeOffset again = DateTimeOffset.MinValue;
    private long answersStoppedUntil;

    /// <summary>The approved template that calls people back; null when there is none in this language.</summary>
    public async Task<string?> Template(string language, CancellationToken cancellationToken)
    {
        await Look(cancellationToken);
        return known.TryGetValue((Catalogue.News, language), out var found) && found.Approval == "approved" ? found.Sid : null;
    }

    /// <summary>The content of this name for answers, or null: then the answer is text alone.</summary>
    public async Task<string?> Content(string name, CancellationToken cancellationToken)
    {
        if (clock.GetUtcNow().UtcTicks < Volatile.Read(ref answersStoppedUntil))
            return null;
        await Look(cancellationToken);
        return known.TryGetValue((name, "en"), out var found) ? found.Sid : null;
    }

    /// <summary>WhatsApp refuses it: not used until the list says that it is approved again.</summary>
    public void StopTemplate(string language) => known[(Catalogue.News, language)] = ("", "refused");

    /// <summary>Buttons and lists are refused: for an hour answers are text alone.</summary>
    public void StopContents() => Volatile.Write(ref answersStoppedUntil, (clock.GetUtcNow() + Fresh).UtcTicks);

    public void Dispose() => one.Dispose();

    private async Task Look(CancellationToken cancellationToken)
    {
        if (clock.GetUtcNow() < again)
            return;
        await one.WaitAsync(cancellationToken);
        try
        {
            if (clock.GetUtcNow() < again)
                return;
            Dictionary<(string, string), (string, string?)> found = [];
            await foreach (var content in client.Contents(cancellationToken))
                if (content.Text("sid") is { } sid && content.Text("friendly_name") is { } name && content.Text("language") is { } language
                    && (!found.TryGetValue((name, language), out var other) || other.Item2 != "approved"))
                    found[(name, language)] = (sid, content.Child("approval_requests")?.Text("status"));
            (known, again) = (found, clock.GetUtcNow() + Fresh);
        }
        catch (TwilioException fault)
        {
            log.NotListed(fault.Message);
            again = clock.GetUtcNow() + AfterFault;
        }
        finally
        {
            one.Release();
        }
    }
}
