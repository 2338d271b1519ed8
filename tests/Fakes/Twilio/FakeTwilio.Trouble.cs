namespace Fakes.Twilio;

/// <summary>What goes wrong in this Twilio, when a test wants it.</summary>
public sealed partial class FakeTwilio
{
    /// <summary>Webhooks go to a public address by way of a proxy on this machine, which adds X-Forwarded-Proto and -Host.</summary>
    /// <param name="publicUrl">"https://bot.example.kz", without a slash at the end; this is what is signed.</param>
    /// <param name="localUrl">Where the bot really listens.</param>
    public void Behind(string publicUrl, string localUrl) => call.Proxy = (publicUrl, localUrl);

    /// <summary>Each webhook is brought so often, though it was taken the first time.</summary>
    public int Copies
    {
        get => push.Copies;
        set => push.Copies = value;
    }

    /// <summary>From here webhooks pile up, until they are released.</summary>
    public void Hold()
    {
        lock (world.Gate)
            push.Hold();
    }

    /// <summary>Brings what has piled up in the order of these indexes, one by one; an index may come twice, or never.</summary>
    public Task Release(Func<IReadOnlyList<FakeWebhook>, IEnumerable<int>>? order = null)
    {
        lock (world.Gate)
            return push.Release(order ?? (list => Enumerable.Range(0, list.Count)));
    }

    /// <summary>What goes wrong with the next calls of an operation, one each; null: nothing.</summary>
    /// <param name="operation">send, list, fetch, redact, delete, media, media delete, file, content create, approval fetch …</param>
    public void FailNext(string operation, params Fault?[] faults) => world.FailNext(operation, faults);

    /// <summary>Whatever was to go wrong and has not yet, goes right.</summary>
    public void Mend() => world.Mend();

    /// <summary>The person's message fails with any error of the channel: 63009, 63013 …</summary>
    public void FailsNext(WhatsAppPerson person, params int[] errors)
    {
        lock (world.Gate)
            foreach (var error in errors)
                person.NextErrors.Enqueue(error);
    }
}
