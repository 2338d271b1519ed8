using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Channels.WhatsApp;
using Bot.Conversation;
using Bot.Storage;
using Fakes.Twilio;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>
/// People write by WhatsApp: a made-up Twilio, signed webhooks, the bot's own client, real buttons and lists. Coordinators sit on the web.
/// What leaves is held against what the bot meant: the same words, the same buttons.
/// </summary>
internal sealed partial class WhatsAppWire : IWire
{
    private static readonly Dictionary<string, string> Numbers = new() { [Line.Author] = "+77010000001", [Line.Other] = "+77010000002" };
    private readonly FakeTwilio twilio;
    private readonly DirectWire web;
    private readonly WebApplication doorstep;
    private IServiceProvider? bot;
    private long read;
    private int calls, said, called;

    private WhatsAppWire(FakeTwilio twilio, DirectWire web)
    {
        (this.twilio, this.web) = (twilio, web);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        doorstep = builder.Build();
        doorstep.MapPost("/whatsapp", (HttpRequest request) => bot!.GetRequiredService<Webhook>().Hear(request, default));
        doorstep.MapPost("/whatsapp/status", (HttpRequest request) => bot!.GetRequiredService<Statuses>().Hear(request, default));
    }

    public static async Task<WhatsAppWire> Set(TestClock clock)
    {
        var wire = new WhatsAppWire(await FakeTwilio.Start(clock), new DirectWire(clock));
        await wire.doorstep.StartAsync();
        wire.twilio.Limits = new TwilioLimits { PairBurst = 100_000, SenderPerSecond = 100_000 };    // the clock stands still while a story is told
        wire.twilio.Webhook = wire.doorstep.Urls.First() + "/whatsapp";
        foreach (var entry in Catalogue.All())
            wire.twilio.AddContent(entry.Language, entry.Name, entry.Types, entry.Variables, entry.IsTemplate ? "approved" : null);
        return wire;
    }

    public IEnumerable<string> Settings =>
    [
        $"--WhatsApp:AccountSid={twilio.AccountSid}", $"--WhatsApp:AuthToken={twilio.AuthToken}", $"--WhatsApp:Sender={twilio.Sender["whatsapp:".Length..]}",
        $"--WhatsApp:ApiUrl={twilio.Url}", $"--WhatsApp:ContentUrl={twilio.Url}", $"--WhatsApp:MessagingUrl={twilio.Url}", $"--WhatsApp:PublicUrl={doorstep.Urls.First()}",
        "--WhatsApp:Pace:SecondsBetween=0", "--WhatsApp:Pace:PerSecond=100000", "--WhatsApp:Pace:AlertsPerSecond=100000",
    ];

    public Task Enter(IServiceProvider services)
    {
        bot = services;
        return Task.CompletedTask;
    }

    public Task Leave() => Task.CompletedTask;

    public async Task Do(IServiceProvider services, Line line, bool again)
    {
        if (!Numbers.TryGetValue(line.Who, out var number))
        {
            await web.Do(services, line, again);
            return;
        }

        var person = twilio.Person(number);
        if (line.Press is { } label)
            await Press(person, label, line.Forged);
        else if (line.File is { } file)
            person.SendsFile(file.Content, file.ContentType);
        else
            person.Says(line.Text);
        await Taken();
    }

    /// <summary>Who is told that something waits for them opens it.</summary>
    public async Task<bool> Wake()
    {
        var sent = twilio.Calls.Where(call => call is { Operation: "send", Status: 201 } && call["ContentSid"] is not null && call["ContentVariables"] is null).ToList();
        if (sent.Count == called)
            return false;
        for (; called < sent.Count; called++)
        {
            var person = twilio.People.Single(person => person.Address == sent[called]["To"]);
            var nudge = await twilio.WaitFor(_ => person.Received.LastOrDefault(message => message.AsTemplate));
            person.Presses(nudge, nudge.Buttons[0]);
            await Taken();
        }

        return true;
    }

    public async Task<IReadOnlyList<(string Where, Reply Reply)>> Heard(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var seal = services.GetRequiredService<Seal>();
        var fresh = await scope.ServiceProvider.GetRequiredService<BotDb>().Outbox.AsNoTracking()
            .Where(m => m.Position > read && m.State == OutboxState.Sent).OrderBy(m => m.Position).ToListAsync();
        var left = Left();
        List<(string, Reply)> heard = [];
        foreach (var message in fresh.Where(m => !m.Payload.IsNothing))
        {
            var meant = JsonSerializer.Deserialize<Reply>(seal.OpenBytes(message.Payload))!;
            if (message.Channel == WhatsAppChannel.ChannelName)
                heard.Add(AsMeant(services, meant, left[message.Position]));
            else
                heard.Add((web.Offered(seal.Open(message.Recipient), meant), meant));
        }

        read = fresh.Count > 0 ? fresh[^1].Position : read;
        return heard;
    }

    public async ValueTask DisposeAsync()
    {
        await twilio.DisposeAsync();
        await doorstep.DisposeAsync();
    }

    private Task<bool> Taken()
    {
        said++;
        return twilio.WaitFor(fake => fake.Webhooks.Count(hook => hook is { Kind: "message", Delivered: true }) >= said);
    }

    private async Task Press(WhatsAppPerson person, string label, string? forged)
    {
        var (message, choice, isRow) = await twilio.WaitFor(_ => person.Received.Reverse().SelectMany(Choices)
            .Where(shown => Label(shown.Choice) == label).Cast<(FakeReceived, FakeChoice, bool?)?>().FirstOrDefault()) ?? default;
        choice = choice with { Id = forged ?? choice.Id };
        if (isRow is null)
            person.Says(choice.Id);
        else if (isRow.Value)
            person.Picks(message, choice);
        else
            person.Presses(message, choice);
    }

    /// <summary>What a message offers: buttons, rows of a list (true), and lines that are to be typed (null).</summary>
    private static IEnumerable<(FakeReceived Message, FakeChoice Choice, bool? IsRow)> Choices(FakeReceived message) =>
    [
        .. message.Buttons.Select(button => (message, button, (bool?)false)), .. message.Rows.Select(row => (message, row, (bool?)true)),
        .. Typed().Matches(message.Body).Where(line => line.Groups["number"].Success || line.Groups["command"].Success).Select(line => (message,
            new FakeChoice(line.Groups["command"] is { Success: true } command ? command.Value : line.Groups["number"].Value, line.Groups["label"].Value), (bool?)null)),
    ];

    /// <summary>What left for each message of the outbox: its pieces, the last of which names the message.</summary>
    private Dictionary<long, (string To, string Text, List<string> Labels)> Left()
    {
        var all = twilio.Calls.Where(call => call is { Operation: "send", Status: 201 }).ToList();
        Dictionary<long, (string, string, List<string>)> left = [];
        var text = "";
        foreach (var call in all.Skip(calls))
        {
            var variables = call["ContentVariables"] is { } given ? JsonSerializer.Deserialize<Dictionary<string, string>>(given)! : [];
            text += call["Body"] ?? variables.GetValueOrDefault("1");
            if (Position().Match(call["StatusCallback"] ?? "") is not { Success: true } position)
                continue;
            left[long.Parse(position.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)] = (call["To"]!, text, [.. variables.Values]);
            text = "";
        }

        calls = all.Count;
        return left;
    }

    private static (string, Reply) AsMeant(IServiceProvider services, Reply meant, (string To, string Text, List<string> Labels) left)
    {
        Assert.StartsWith(Solid(meant.Text), Solid(left.Text), StringComparison.Ordinal);
        Assert.All(meant.Buttons, button => Assert.Contains(left.Labels.Append(left.Text), words => words.Contains(button.Label, StringComparison.Ordinal)));
        var text = services.GetRequiredService<Phrasebook>().Languages.Values
            .Aggregate(meant.Text, (told, words) => told.Replace(words["tips.seen_whatsapp"], words["tips.seen_web"], StringComparison.Ordinal));
        return (Numbers.Single(pair => left.To == "whatsapp:" + pair.Value).Key, meant with { Text = text });
    }

    private static string Label(FakeChoice choice) => choice.Description ?? choice.Title;

    private static string Solid(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    [GeneratedRegex(@"^((?<number>\d+)\. )?(?<label>.+?)(: (?<command>/\w+.*))?$", RegexOptions.Multiline)]
    private static partial Regex Typed();

    [GeneratedRegex(@"\?m=(\d+)")]
    private static partial Regex Position();
}
