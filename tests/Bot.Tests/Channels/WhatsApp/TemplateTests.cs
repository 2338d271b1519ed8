using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Channels.WhatsApp;
using Bot.Conversation;
using Bot.Operations;
using Fakes.Twilio;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bot.Tests.Channels.WhatsApp;

/// <summary>The catalogue of templates, buttons and lists, and how it is compared with Twilio's.</summary>
public sealed class TemplateTests
{
    public static TheoryData<string> Languages => [.. Phrasebook.Spoken];

    [Theory, MemberData(nameof(Languages))]
    public void Each_language_has_the_template_that_calls_people_back_and_it_keeps_WhatsApps_rules(string language)
    {
        var entry = Assert.Single(Catalogue.All(), entry => entry.Name == Catalogue.News && entry.Language == language);
        var body = entry.Types["twilio/quick-reply"]!["body"]!.GetValue<string>();
        var button = entry.Types["twilio/quick-reply"]!["actions"]!.AsArray().Single()!;
        Assert.Equal("UTILITY", entry.Category);
        Assert.DoesNotMatch(@"^\s*\{\{|\}\}\s*$|\}\}\s*\{\{", body);
        Assert.InRange(body.Length, 20, 550);
        Assert.DoesNotMatch(new Regex("tip|обращени|жалоб|өтініш|шағым|лот|lot", RegexOptions.IgnoreCase), body);    // the telephone may lie on a table at work
        Assert.Equal(Catalogue.Read, button["id"]!.GetValue<string>());
        Assert.InRange(button["title"]!.GetValue<string>().Length, 1, 20);
        Assert.Contains(button["title"]!.GetValue<string>(), body, StringComparison.Ordinal);    // what to write when the button is not seen
    }

    [Theory]
    [InlineData("Оқу", true)]
    [InlineData("читать", true)]
    [InlineData("READ", true)]
    [InlineData("Оқу залында жөндеу жүріп жатыр", false)]
    public void The_word_of_the_button_opens_and_a_story_stays_a_story(string text, bool isOnlyAnswer)
    {
        var said = new IncomingMessage { Channel = "whatsapp", ExternalId = "SM1", Sender = "x", Text = text, SentAt = default };
        Assert.Equal(isOnlyAnswer, Nudge.IsOnlyAnswered(said, wasNudged: true));
        Assert.False(Nudge.IsOnlyAnswered(said, wasNudged: false));
    }

    [Fact]
    public void Names_are_one_of_a_kind() =>
        Assert.Equal(Catalogue.All().Count, Catalogue.All().Select(entry => (entry.Name, entry.Language)).Distinct().Count());

    [Fact]
    public async Task What_is_missing_is_put_there_and_waits_for_approval()
    {
        await using var stage = await WhatsAppStage.Set();
        var book = stage.The<TemplateBook>();
        Assert.All(await book.Check(default), line => Assert.Equal(TemplateBook.Missing, line.State));

        var pushed = await book.Push(default);
        Assert.All(pushed, line => Assert.Equal(line.IsTemplate ? "received" : TemplateBook.Right, line.State));

        foreach (var template in pushed.Where(line => line.IsTemplate))
            stage.Twilio.Judge(template.Sid!, "approved");
        Assert.All(await book.Check(default), line => Assert.True(line.IsRight));
        var calls = stage.Twilio.Calls.Count(call => call.Operation is "content create" or "approval create");
        await book.Push(default);
        Assert.Equal(calls, stage.Twilio.Calls.Count(call => call.Operation is "content create" or "approval create"));
    }

    [Fact]
    public async Task What_is_worded_differently_or_rejected_is_told_with_the_reason()
    {
        await using var stage = await WhatsAppStage.Set(shelf: true);
        var book = stage.The<TemplateBook>();
        var right = (await book.Check(default)).Single(line => line is { Name: Catalogue.News, Language: "ru" });
        stage.Twilio.Judge(right.Sid!, "rejected", "TAG_CONTENT_MISMATCH");
        Assert.Equal(("rejected", "TAG_CONTENT_MISMATCH"), (await book.Check(default)).Where(line => !line.IsRight).Select(line => (line.State, line.Reason)).Single());
        Assert.False((await stage.The<Doctor>().Look(default)).Checks.Single(check => check.Name == "whatsapp").Ok);

        stage.Twilio.AddContent("kk", Catalogue.NameOfButtons(1), new JsonObject { ["twilio/text"] = new JsonObject { ["body"] = "other" } });
        Assert.Single(await book.Check(default), line => !line.IsRight);    // another language is another content
    }

    [Fact]
    public async Task Who_could_not_be_told_is_told_when_the_template_is_approved()
    {
        await using var stage = await WhatsAppStage.Set();
        await stage.Say("В школе номер пять купили парты");
        stage.Clock.Push(TimeSpan.FromHours(25));
        var news = await stage.Put("news");
        await stage.Settle();
        Assert.Equal(Bot.Storage.OutboxState.Held, (await stage.Row(news)).State);
        Assert.DoesNotContain(stage.Twilio.Calls, call => call["ContentSid"] is not null);

        stage.Stock();
        stage.Clock.Push(TimeSpan.FromHours(2));
        for (var look = 0; look < 2; look++)    // the second look finds that they were told
        {
            await using var scope = stage.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Tidying>().TellAnew(default);
            await stage.Settle();
        }

        Assert.Equal(Bot.Storage.OutboxState.Held, (await stage.Row(news)).State);
        Assert.Single(stage.Twilio.Calls, call => call["ContentSid"] is not null);
    }

    [Fact]
    public async Task The_doctor_is_content_with_a_whole_shelf()
    {
        await using var stage = await WhatsAppStage.Set(shelf: true);
        Assert.True((await stage.The<Doctor>().Look(default)).Checks.Single(check => check.Name == "whatsapp").Ok);
        stage.Twilio.FailNext("account", Fault.Refused(401, 20003, "Authenticate"));
        Assert.Contains("refuses the account", (await stage.The<Doctor>().Look(default)).Checks.Single(check => check.Name == "whatsapp").Says, StringComparison.Ordinal);
    }
}
