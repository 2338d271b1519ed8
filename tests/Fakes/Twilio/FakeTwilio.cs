namespace Fakes.Twilio;

/// <summary>A Twilio of one's own for WhatsApp: a strict API on a free port, signed webhooks, and people who write and press.</summary>
public sealed partial class FakeTwilio : IAsyncDisposable
{
    private readonly World world;
    private readonly WebhookCall call;
    private readonly WebhookPush push;
    private readonly StatusCallbacks callbacks;
    private readonly Inbound inbound;
    private readonly ContentApi contents;
    private readonly Operations operations;
    private readonly MediaFetch media = new();
    private readonly WebApplication app;
    private readonly CancellationTokenSource stopped = new();
    private readonly Task carrying;

    private FakeTwilio(World world, WebApplication app)
    {
        (this.world, this.app) = (world, app);
        call = new WebhookCall(world);
        push = new WebhookPush(world, call);
        callbacks = new StatusCallbacks(world, push);
        inbound = new Inbound(world, push, callbacks, () => Url);
        contents = new ContentApi(world, () => Url);
        operations = new Operations(world, contents, callbacks, () => Url);
        var carrier = new Carrier(world, callbacks, media);
        carrying = Task.Run(() => carrier.Run(stopped.Token));
    }

    /// <summary>Stands for all of Twilio's hosts: api, content, messaging. Without a slash at the end.</summary>
    public string Url => app.Urls.First();

    public TwilioAccount Account => world.Account;
    public string AccountSid => world.Account.Sid;
    public string AuthToken => world.Account.Token;

    /// <summary>"whatsapp:+…".</summary>
    public string Sender => world.Account.Sender;

    /// <summary>Where people's messages go: the public address, with overrides in its fragment ("#rc=5&amp;rp=all").</summary>
    public string? Webhook
    {
        get => inbound.Webhook;
        set => inbound.Webhook = value;
    }

    /// <summary>Where they go when the webhook fails.</summary>
    public string? Fallback
    {
        get => inbound.Fallback;
        set => inbound.Fallback = value;
    }

    /// <summary>Where statuses go when a message names no place of its own.</summary>
    public string? StatusCallback
    {
        get => operations.StatusCallback;
        set => operations.StatusCallback = value;
    }

    public TwilioLimits Limits
    {
        get => world.Limits;
        set => world.Limits = value;
    }

    public static async Task<FakeTwilio> Start(TimeProvider? clock = null, int port = 0, TwilioAccount? account = null)
    {
        var app = Doorstep.Build(port);
        var world = new World(clock ?? TimeProvider.System, account ?? new TwilioAccount());
        var fake = new FakeTwilio(world, app);
        new Control(fake).Map(app);
        app.MapFallback("{**path}", new Server(world, fake.operations).Handle);
        await app.StartAsync();
        return fake;
    }

    /// <summary>The person with this number, who is made when not known yet. Nobody else can be reached.</summary>
    public WhatsAppPerson Person(string number, string name = "Aigul", bool hidesNumber = false)
    {
        lock (world.Gate)
        {
            if (world.PersonAt($"whatsapp:{number}") is { } known)
                return known;
            var person = new WhatsAppPerson(world, inbound, number, name, hidesNumber);
            world.People.Add(person);
            world.Addresses[$"whatsapp:{number}"] = world.Addresses[$"whatsapp:{person.Bsuid}"] = person;
            return person;
        }
    }

    /// <summary>Waits until <paramref name="look"/> sees something that is neither null nor false.</summary>
    public Task<T> WaitFor<T>(Func<FakeTwilio, T?> look) => world.WaitFor(() => look(this), () =>
        $"Calls: {string.Join(", ", Calls.Select(call => $"{call.Operation} {call.Status}"))}. " +
        $"Webhooks: {string.Join(", ", Webhooks.Select(hook => $"{hook.Kind} {string.Join('/', hook.Tries)}"))}");

    /// <summary>Waits until the person has got this many messages.</summary>
    public Task<IReadOnlyList<FakeReceived>> WaitForMessages(WhatsAppPerson person, int count = 1) =>
        WaitFor(_ => person.Received is { } received && received.Count >= count ? received : null);

    /// <summary>Completes when the process is asked to end.</summary>
    public Task UntilStopped() => app.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        if (stopped.IsCancellationRequested)
            return;
        await stopped.CancelAsync();
        await carrying;
        await push.DisposeAsync();
        call.Dispose();
        media.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
