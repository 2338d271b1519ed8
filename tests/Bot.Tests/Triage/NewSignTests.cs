using Bot.Signs;
using Bot.Storage;
using Bot.Tests.Conversations;
using Bot.Tests.Storage;
using Bot.Triage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bot.Tests.Triage;

/// <summary>What the story of a new sign cannot show: what happens when looks are cut short, doubled, early, or come to a closed case.</summary>
public sealed class NewSignTests
{
    private const string Contract = "contract-before-results.jsonl";

    [Theory, EachDatabase]
    public async Task A_sign_is_told_once_however_often_open_cases_are_looked_at(bool onPostgres)
    {
        await using var stage = await WithCase(onPostgres);
        await stage.Import(Contract);
        await Renewed(stage);
        var heard = await Told(stage);
        stage.Advance(TimeSpan.FromDays(1));
        await Renewed(stage);
        await Looked(stage);    // a service that has just started does not know that it has looked

        Assert.Single(heard);
        Assert.Equal(heard, await Told(stage));
        Assert.Equal(("KZ-14", 40256685), await Read(stage, theCase => (theCase.ToldSigns, theCase.ToldLot!.Value)));
    }

    [Theory, EachDatabase]
    public async Task Two_nodes_that_look_at_once_tell_it_once(bool onPostgres)
    {
        await using var stage = await WithCase(onPostgres);
        await stage.Import(Contract);
        await stage.Services.GetRequiredService<Market>().Mute(new HashSet<string>(), default);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Looked(stage))));
        await Looked(stage);    // for who lost the race
        await stage.Settle();

        Assert.Single(await Told(stage));
    }

    [Fact]
    public async Task Nobody_is_rung_before_eight_in_the_morning()
    {
        await using var stage = await WithCase();
        await stage.Import(Contract);
        stage.Advance(TimeSpan.FromHours(20));    // it was nine
        await Renewed(stage);
        var atFive = await Told(stage);
        stage.Advance(TimeSpan.FromHours(3));
        await stage.Settle();

        Assert.Empty(atFive);
        Assert.Single(await Told(stage));
    }

    [Fact]
    public async Task Nothing_is_told_before_it_is_known_what_fires_too_often()
    {
        await using var stage = await WithCase();
        await stage.Import(Contract);
        await Looked(stage);

        Assert.Empty(await Told(stage));
    }

    [Fact]
    public async Task A_closed_case_hears_nothing()
    {
        await using var stage = await WithCase();
        await Change(stage, theCase => theCase.Decline("known"));
        await stage.Import(Contract);
        await Renewed(stage);

        Assert.Empty(await Told(stage));
    }

    [Fact]
    public async Task Of_a_case_of_which_nobody_knows_what_was_told_everything_counts_as_told()
    {
        await using var stage = await WithCase();
        await stage.Import(Contract);
        await using (var scope = stage.Services.CreateAsyncScope())    // as a case is after the migration
            await scope.ServiceProvider.GetRequiredService<BotDb>().Cases.ExecuteUpdateAsync(known => known.SetProperty(c => c.ToldLot, (long?)null));
        await Renewed(stage);

        Assert.Empty(await Told(stage));
        Assert.Equal("KZ-14", await Read(stage, theCase => theCase.ToldSigns));
    }

    [Theory, EachDatabase]
    public async Task What_fires_too_often_is_still_known_after_a_new_start(bool onPostgres)
    {
        await using var stage = await WithCase(onPostgres);
        await stage.Services.GetRequiredService<Market>().Mute(new HashSet<string> { "KZ-20", "KZ-01" }, default);
        var started = ActivatorUtilities.CreateInstance<Market>(stage.Services);
        Assert.Null(started.Rated);

        await started.Renew(default);

        Assert.Equal(["KZ-01", "KZ-20"], started.Muted.Order());
        Assert.Same(started.Now, started.Rated);
    }

    /// <summary>A case that Айгүл has, of a lot without signs; the population is not yet rated.</summary>
    private static async Task<Stage> WithCase(bool onPostgres = false)
    {
        var stage = await Stage.Set(new Telling(OnPostgres: onPostgres), "en");
        await stage.Do(new Line(Line.Author, "this is about the paint, lot 85634585-ЗЦП1"));
        await stage.Do(new Line(Line.Author, "done"));
        await stage.Do(new Line("Айгүл", "/claim 1"));
        return stage;
    }

    /// <summary>A night has passed over the population; its checks fire seldom enough.</summary>
    private static async Task Renewed(Stage stage)
    {
        var market = stage.Services.GetRequiredService<Market>();
        await market.Renew(default);
        await market.Mute(new HashSet<string>(), default);
        await stage.Settle();
    }

    private static Task<int> Looked(Stage stage) => ActivatorUtilities.CreateInstance<MorningLook>(stage.Services).LookAgain(default);

    private static async Task<List<string>> Told(Stage stage)
    {
        await using var scope = stage.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<BotDb>().Outbox.Where(message => message.Event.StartsWith("signs:"))
            .OrderBy(message => message.Position).Select(message => message.Event + message.State).ToListAsync();
    }

    private static async Task<T> Read<T>(Stage stage, Func<Case, T> read)
    {
        await using var scope = stage.Services.CreateAsyncScope();
        return read(await scope.ServiceProvider.GetRequiredService<BotDb>().Cases.SingleAsync());
    }

    private static async Task Change(Stage stage, Action<Case> change)
    {
        await using var scope = stage.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        change(await db.Cases.SingleAsync());
        await db.SaveChangesAsync();
    }
}
