using Bot.Storage;
using Bot.Tests.Conversations;
using Bot.Tips;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bot.Tests.Tips;

/// <summary>What stories cannot show of numbers that the portal is asked for: answers that come late, twice, or for nobody any more.</summary>
public sealed class InquiryTests : IAsyncLifetime
{
    private const string Story = "lot 83990077-ЗЦП1, the desks are too expensive";
    private Stage stage = null!;
    private readonly TaskCompletionSource answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task InitializeAsync() => stage = await Stage.Set(new Telling(), "en");

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact, Trait("Catalogue", "F15")]
    public async Task The_person_hears_of_the_question_before_anybody_waits_and_goes_on_after_six_seconds()
    {
        var asking = await AskSlowly(Story);
        var before = await Heard(Line.Author);
        stage.Advance(TimeSpan.FromSeconds(5));
        await stage.Settle();
        var still = await Heard(Line.Author);
        stage.Advance(TimeSpan.FromSeconds(1));
        await stage.Settle();
        var after = await Heard(Line.Author);

        Assert.EndsWith("a few seconds.", before[^1], StringComparison.Ordinal);
        Assert.Empty(still);
        Assert.Contains("not answering now", after[0], StringComparison.Ordinal);
        answer.SetResult();
        await asking;
    }

    [Fact]
    public async Task What_is_said_while_the_portal_is_asked_belongs_to_the_story()
    {
        var asking = await AskSlowly(Story);
        await stage.Do(new Line(Line.Author, "and they wobble"));
        await Answered(asking);

        Assert.Equal(Story + "\nand they wobble", await Read(async (db, seal) => seal.Open((await db.Tips.SingleAsync()).Text)));
    }

    [Fact, Trait("Catalogue", "F15")]
    public async Task An_answer_that_comes_after_the_tip_was_filed_gives_it_the_lot_and_one_message()
    {
        var asking = await AskSlowly(Story);
        await GiveUp();
        await Answered(asking);

        Assert.Single(await Heard(Line.Author), text => text.Contains("There is news", StringComparison.Ordinal));
        Assert.Equal((49000201, 0), await Read(async (db, _) => ((await db.Tips.SingleAsync()).LotId!.Value, await db.Inquiries.CountAsync())));
    }

    [Fact]
    public async Task An_answer_that_comes_while_the_next_question_stands_is_used_with_the_tip()
    {
        var asking = await AskSlowly(Story);
        stage.Advance(TimeSpan.FromSeconds(6));
        await stage.Settle();
        await Answered(asking);
        await stage.Do(new Line(Line.Author, "Taraz, school 900"));

        Assert.Equal((49000201, 0), await Read(async (db, _) => ((await db.Tips.SingleAsync()).LotId!.Value, await db.Inquiries.CountAsync())));
    }

    [Fact]
    public async Task A_late_announcement_of_several_lots_leaves_the_choice_to_a_person()
    {
        var asking = await AskSlowly("announcement 16990088-1, too expensive");
        await GiveUp();
        await Answered(asking);
        await stage.Heard();
        await stage.Do(new Line(Line.Author, "[Show]"));

        Assert.Contains("several lots under 16990088-1", (await Heard(Line.Author))[^1], StringComparison.Ordinal);
        var tip = await Read((db, _) => db.Tips.SingleAsync());
        Assert.Equal((null, "49000202,49000203"), (tip.LotId, string.Join(',', tip.PossibleLots.Split(',').Order())));
    }

    [Fact]
    public async Task Nothing_is_left_and_nothing_told_when_the_author_was_forgotten_meanwhile()
    {
        var asking = await AskSlowly(Story);
        await GiveUp();
        await stage.Do(new Line(Line.Author, "/forget"));
        await Heard(Line.Author);
        await stage.Do(new Line(Line.Author, "[Yes, delete everything]"));
        await Heard(Line.Author);
        await Answered(asking);

        Assert.Empty(await Heard(Line.Author));
        Assert.Equal((0, null), await Read(async (db, _) => (await db.Inquiries.CountAsync(), (await db.Tips.SingleAsync()).LotId)));
    }

    [Fact, Trait("Catalogue", "F14")]
    public async Task After_a_day_without_an_answer_the_portal_is_asked_no_more()
    {
        await stage.SetPortal(answers: false);
        await Tell(Story);
        await GiveUp();
        for (var hour = 0; hour < 26; hour++)
        {
            stage.Advance(TimeSpan.FromHours(1));
            await stage.Settle();
        }

        Assert.InRange(stage.Portal.Asked, 10, 24);
        Assert.Equal(0, await Read((db, _) => db.Inquiries.CountAsync()));
        Assert.DoesNotContain(await Heard(Line.Author), text => text.Contains("There is news", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_worker_that_died_while_it_asked_loses_nothing()
    {
        _ = await AskSlowly(Story);
        await GiveUp();
        stage.Portal.Slowly = Task.CompletedTask;
        await stage.Settle();
        Assert.Null(await Read(async (db, _) => (await db.Tips.SingleAsync()).LotId));    // still held by the one that died

        stage.Advance(TimeSpan.FromMinutes(11));
        await stage.Settle();

        Assert.Equal(49000201, await Read(async (db, _) => (await db.Tips.SingleAsync()).LotId));
    }

    [Theory]
    [InlineData("they paid 15500000 for desks", 0)]
    [InlineData("it cost 15512345 tenge", 0)]
    [InlineData("lot 49000299", 1)]
    [InlineData("https://goszakup.gov.kz/ru/announce/index/16990123", 1)]
    [InlineData("https://zakup.gov.kz/announce/16990123", 0)]
    [InlineData("83990091-ЗЦП1 83990092-ЗЦП1 83990093-ЗЦП1 83990094-ЗЦП1", 3)]
    [InlineData("lot 85634585-ЗЦП1", 0)]
    public async Task Only_what_can_be_a_number_of_the_portal_is_asked_for(string story, int questions)
    {
        await stage.SetPortal(answers: true);
        await Tell(story);

        Assert.Equal(questions, stage.Portal.Asked);
    }

    /// <summary>Tells a story; the portal is asked and does not answer before <see cref="answer"/>.</summary>
    private async Task<Task<bool>> AskSlowly(string story)
    {
        await stage.SetPortal(answers: true);
        stage.Portal.Slowly = answer.Task;
        await Tell(story);
        return stage.Services.GetRequiredService<Inquiring>().AskNext(default);
    }

    private async Task Tell(string story)
    {
        await stage.Do(new Line(Line.Author, story));
        await stage.Do(new Line(Line.Author, "done"));
    }

    private async Task GiveUp()
    {
        stage.Advance(TimeSpan.FromSeconds(6));
        await stage.Settle();
        await stage.Heard();
        await stage.Do(new Line(Line.Author, "[Skip]"));
        await stage.Heard();
    }

    private async Task Answered(Task<bool> asking)
    {
        answer.SetResult();
        Assert.True(await asking);
        await stage.Settle();
        await stage.Settle();
    }

    private async Task<List<string>> Heard(string who) =>
        [.. (await stage.Heard()).Where(heard => heard.Where == who).Select(heard => heard.Reply.Text)];

    private async Task<T> Read<T>(Func<BotDb, Seal, Task<T>> read)
    {
        await using var scope = stage.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<BotDb>(), stage.Services.GetRequiredService<Seal>());
    }
}
