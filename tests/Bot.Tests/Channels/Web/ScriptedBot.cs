using System.Runtime.CompilerServices;
using Bot.Channels.Web;
using Bot.Conversation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Channels.Web;

/// <summary>The web channel on a real server with a made-up bot behind it: everything is in memory and answers follow a script.</summary>
public sealed class ScriptedBot : IMailbox, IWebFeed, ICoordinatorDoor, IAsyncDisposable
{
    private readonly Lock padlock = new();
    private readonly List<IncomingMessage> received = [];
    private readonly List<(string Recipient, WebEvent Event)> said = [];
    private readonly Dictionary<string, string> sessions = [];
    private readonly (string Key, string Value)[] settings;
    private TaskCompletionSource news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WebApplication? service;

    private ScriptedBot((string, string)[] settings) => this.settings = settings;

    public string Url { get; private set; } = "http://127.0.0.1:0";
    public HashSet<string> Keys { get; } = ["sunrise"];

    /// <summary>The photographs that replies may show.</summary>
    internal Album Album { get; } = [];
    public bool IsStoreDown { get; set; }
    public int Deliveries { get; private set; }

    /// <summary>What the bot answers to a message: to whom, and what.</summary>
    public Func<IncomingMessage, IEnumerable<(string Recipient, Reply Reply)>> Script { get; set; } = _ => [];

    public IReadOnlyList<IncomingMessage> Received
    {
        get
        {
            lock (padlock)
                return [.. received];
        }
    }

    public static async Task<ScriptedBot> Start(params (string, string)[] settings)
    {
        var bot = new ScriptedBot(settings);
        await bot.Open();
        return bot;
    }

    /// <summary>Starts listening, after a <see cref="Close"/> at the same address as before.</summary>
    public async Task Open()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value));
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Url);
        builder.Services.AddWeb(builder.Configuration)
            .AddSingleton<IMailbox>(this).AddSingleton<IPhotographs>(Album).AddSingleton<IWebFeed>(this).AddSingleton<ICoordinatorDoor>(this);
        service = builder.Build();
        service.MapWeb();
        await service.StartAsync();
        Url = service.Urls.Single();
    }

    public async Task Close()
    {
        await (service?.StopAsync() ?? Task.CompletedTask);
        await (service?.DisposeAsync() ?? ValueTask.CompletedTask);
        service = null;
    }

    public void Say(string recipient, Reply reply)
    {
        lock (padlock)
        {
            said.Add((recipient, new WebEvent(said.Count + 1, reply)));
            news.SetResult();
            news = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    public Task Receive(IncomingMessage message, CancellationToken cancellationToken)
    {
        RefuseWhenDown();
        lock (padlock)
        {
            Deliveries++;
            if (received.Any(known => known.ExternalId == message.ExternalId))
                return Task.CompletedTask;
            received.Add(message);
        }

        foreach (var (recipient, reply) in Script(message))
            Say(recipient, reply);
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<WebEvent> Read(string recipient, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        RefuseWhenDown();
        while (true)
        {
            Task next;
            WebEvent[] found;
            lock (padlock)
            {
                next = news.Task;
                found = [.. said.Where(one => one.Recipient == recipient && one.Event.Position > after).Select(one => one.Event)];
            }

            foreach (var one in found)
            {
                yield return one;
                after = one.Position;
            }

            await next.WaitAsync(cancellationToken);
        }
    }

    public Task<string?> Enter(string key, string name, CancellationToken cancellationToken)
    {
        RefuseWhenDown();
        lock (padlock)
        {
            if (!Keys.Remove(key))
                return Task.FromResult<string?>(null);

            var session = Guid.NewGuid().ToString("N");
            sessions[session] = name;
            return Task.FromResult<string?>(session);
        }
    }

    public Task<string?> NameOf(string session, CancellationToken cancellationToken)
    {
        RefuseWhenDown();
        lock (padlock)
            return Task.FromResult(sessions.GetValueOrDefault(session));
    }

    public async ValueTask DisposeAsync() => await Close();

    private void RefuseWhenDown()
    {
        if (IsStoreDown)
            throw new StoreUnavailableException("stopped by the test");
    }
}
