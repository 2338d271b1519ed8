using Bot.Operations;
using Bot.Storage;
using Bot.Tests.Conversations;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bot.Tests.Storage;

/// <summary>After /forget, and after the time that a closed tip is kept, nothing of it can be read, not even with the keys.</summary>
public sealed class ForgettingTests
{
    private const string Words = "the roof of the gymnasium leaks", More = "since last winter";
    private const string Question = "Which winter do you mean?", Answer = "the one before last";
    private const string File = "roof-photo.jpg", Coordinator = "Айгүл";

    [Fact]
    public async Task Forget_leaves_nothing_readable()
    {
        await using var stage = await Stage.Set(new Telling(), "en");
        await TellAndAsk(stage);
        Assert.Equal([Words, More, Question, Answer, File], Readable(await Everything(stage)));

        await Do(stage, Line.Author, "/forget", "[Yes, delete everything]");
        stage.Advance(TimeSpan.FromSeconds(2));
        await stage.Settle();

        Assert.Equal([Question], Readable(await Everything(stage)));    // the coordinator's own words, shown to the coordinator before they went
    }

    [Fact]
    public async Task A_closed_tip_is_gone_after_its_time_and_an_open_one_stays()
    {
        await using var stage = await Stage.Set(new Telling(), "en");
        await TellAndAsk(stage);
        await stage.Do(new Line(Line.Other, "the fence fell down, lot 85634585-ЗЦП1"));
        await Do(stage, Line.Other, "[Done]");
        await Do(stage, Coordinator, "/close 1", "[fine]", "[Skip]", "[Skip]", "[Skip]", "[Send]");

        stage.Advance(TimeSpan.FromDays(366));
        await Clean(stage);
        await stage.Settle();
        await Clean(stage);

        var left = await Everything(stage);
        Assert.Empty(Readable(left));
        Assert.Contains("the fence fell down", left, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_is_emptied_after_a_week_and_not_before()
    {
        await using var stage = await Stage.Set(new Telling(), "en");
        await stage.Do(new Line(Line.Author, "/help"));
        stage.Advance(TimeSpan.FromDays(6));
        await Clean(stage);
        Assert.Contains("/forget", await Everything(stage), StringComparison.Ordinal);

        stage.Advance(TimeSpan.FromDays(2));
        await Clean(stage);
        Assert.DoesNotContain("/forget", await Everything(stage), StringComparison.Ordinal);
    }

    private static async Task TellAndAsk(Stage stage)
    {
        await Do(stage, Line.Author, Words + ", lot 85634585-ЗЦП1", More);
        await stage.Do(new Line(Line.Author, "") { File = SentFile.Named(File) });
        await Do(stage, Line.Author, "[Done]");
        await Do(stage, Coordinator, "[Claim]", "/text 1", "[Ask the author…]", Question, "[Send]");
        await Do(stage, Line.Author, "[Show]", Answer);
    }

    private static async Task Do(Stage stage, string who, params string[] lines)
    {
        foreach (var line in lines)
        {
            await stage.Heard();    // the buttons that were offered
            await stage.Do(new Line(who, line));
        }
    }

    private static IEnumerable<string> Readable(string everything) =>
        new[] { Words, More, Question, Answer, File }.Where(words => everything.Contains(words, StringComparison.Ordinal));

    private static async Task<string> Everything(Stage stage)
    {
        await using var scope = stage.Services.CreateAsyncScope();
        return await Opened.All(scope.ServiceProvider.GetRequiredService<BotDb>(), stage.Services.GetRequiredService<Seal>());
    }

    private static async Task Clean(Stage stage)
    {
        await using var scope = stage.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Retention>().Clean(default);
    }
}
