using Bot.Channels.WhatsApp;
using Bot.Conversation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bot.Tests.Channels.WhatsApp;

/// <summary>Twilio's own list: what was lost on the way is taken in late, once; what is kept here is taken away there.</summary>
public sealed class ReconciliationTests
{
    [Fact]
    public async Task What_never_came_by_webhook_is_taken_in_once_and_in_order()
    {
        await using var stage = await WhatsAppStage.Set();
        var webhook = stage.Twilio.Webhook;
        await stage.Say("Сәлеметсіз бе");
        stage.Twilio.Webhook = null;
        var lost = Enumerable.Range(1, 260).Select(i => stage.Person.Says($"lost {i}")).ToList();    // more than a page
        stage.Twilio.Webhook = webhook;
        stage.Clock.Push(TimeSpan.FromMinutes(5));

        await Run(stage);
        await Run(stage);

        var known = await stage.In(db => db.Inbox.Where(entry => entry.Channel == "whatsapp").OrderBy(entry => entry.Position).Select(entry => entry.ExternalId).ToListAsync());
        Assert.Equal(lost, known.Skip(1));
    }

    [Fact]
    public async Task A_webhook_that_comes_after_all_is_not_taken_twice()
    {
        await using var stage = await WhatsAppStage.Set();
        stage.Twilio.Hold();
        stage.Person.Says("Мектептің төбесі ағып тұр");
        stage.Clock.Push(TimeSpan.FromMinutes(5));
        await Run(stage);
        await stage.Twilio.Release();

        Assert.Equal(1, await stage.In(db => db.Inbox.CountAsync(entry => entry.Channel == "whatsapp")));
    }

    [Fact]
    public async Task Words_and_files_are_taken_away_at_Twilio_only_when_they_are_kept_here()
    {
        await using var stage = await WhatsAppStage.Set();
        await stage.Do(person => person.SendsPhoto([1, 2, 3], caption: "Мектепте жөндеу"));
        stage.Twilio.Webhook = null;
        stage.Person.SendsPhoto([4, 5, 6], caption: "тағы бір сурет");
        stage.Clock.Push(TimeSpan.FromMinutes(5));

        await Run(stage);
        Assert.Equal(1, stage.Twilio.KeptMedia);    // the second one has only now been heard of
        await stage.Settle();
        await Run(stage);
        await Run(stage);

        Assert.Equal(0, stage.Twilio.KeptMedia);
        Assert.Equal(2, stage.Twilio.Calls.Count(call => call.Operation == "redact"));
        Assert.Equal([("media", 307), ("file", 200), ("media", 307), ("file", 200)],
            stage.Twilio.Calls.Where(call => call.Operation is "media" or "file").Select(call => (call.Operation, call.Status)));
        Assert.Equal(2, await stage.In(db => db.Set<Bot.Tips.TipFile>().CountAsync()));
    }

    [Fact]
    public async Task F11_What_comes_while_the_store_is_closed_waits_sealed_on_the_disk_and_is_taken_in_order_afterwards()
    {
        var door = new Door();
        await using var stage = await Closable(door);
        door.IsClosed = true;
        var first = stage.Person.Says("Мектептің төбесі ағып тұр");
        await stage.Twilio.WaitFor(fake => fake.Webhooks.Count == 1);
        var lies = string.Concat(Directory.GetFiles(stage.Spool).Select(File.ReadAllText));
        door.IsClosed = false;
        var second = stage.Person.Says("екінші хабар");    // the store is back, but the first one still waits
        await stage.Twilio.WaitFor(fake => fake.Webhooks.Count == 2);
        Assert.Equal(0, await stage.In(db => db.Inbox.CountAsync()));

        await stage.The<Bot.Channels.Draining>().Drain(default);

        Assert.All(stage.Twilio.Webhooks, hook => Assert.Equal([200], hook.Tries));
        Assert.Equal([first, second], await stage.In(db => db.Inbox.OrderBy(entry => entry.Position).Select(entry => entry.ExternalId).ToListAsync()));
        Assert.DoesNotContain("77010000001", lies, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_disk_takes_nothing_either_Twilio_is_told_and_its_list_brings_the_message()
    {
        var door = new Door();
        await using var stage = await Closable(door);
        door.IsClosed = true;
        await File.WriteAllTextAsync(stage.Spool, "a file stands where the folder should be");
        var sid = stage.Person.Says("Мектептің төбесі ағып тұр");
        var hook = await stage.Twilio.WaitFor(fake => fake.Webhooks is [var only, ..] ? only : null);
        Assert.All(hook.Tries, status => Assert.Equal(503, status));

        door.IsClosed = false;
        stage.Clock.Push(TimeSpan.FromMinutes(5));
        await Run(stage);

        Assert.Equal(sid, await stage.In(db => db.Inbox.Select(entry => entry.ExternalId).SingleAsync()));
    }

    [Fact]
    public async Task Who_had_everything_forgotten_is_no_contact_after_a_day()
    {
        await using var stage = await WhatsAppStage.Set();
        await stage.Say("/start");
        await stage.Say("/forget");
        await stage.Say("1");
        await Forget(stage);
        Assert.Equal(1, await stage.In(db => db.Contacts.CountAsync()));    // the goodbye has to arrive

        stage.Clock.Push(TimeSpan.FromHours(25));
        await Forget(stage);
        Assert.Equal(0, await stage.In(db => db.Contacts.CountAsync()));
    }

    private static Task<WhatsAppStage> Closable(Door door) => WhatsAppStage.Set(furnish: services => services.AddSingleton<IMailbox>(provider =>
    {
        door.Behind = provider.GetRequiredService<Mailbox>();
        return door;
    }));

    private static async Task Run(WhatsAppStage stage)
    {
        await using var scope = stage.Services.CreateAsyncScope();
        Assert.True(await scope.ServiceProvider.GetRequiredService<Reconciliation>().Run(default));
    }

    private static async Task Forget(WhatsAppStage stage)
    {
        await using var scope = stage.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ForgettingContacts>().Run(default);
    }

    /// <summary>The mailbox behind a door that can be closed.</summary>
    private sealed class Door : IMailbox
    {
        public Mailbox Behind { get; set; } = null!;
        public bool IsClosed { get; set; }

        public Task Receive(IncomingMessage message, CancellationToken cancellationToken) =>
            IsClosed ? throw new StoreUnavailableException("closed for this test") : Behind.Receive(message, cancellationToken);
    }
}
