using Bot.Feeds;
using Bot.Tests.Conversations;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bot.Tests.Feeds;

/// <summary>The coordinators' group hears when the data grows old: once, once a day while it lasts, and again next time.</summary>
public sealed class AlarmTests
{
    [Fact]
    public async Task A_portal_that_never_gave_anything_is_told_once_a_day()
    {
        await using var stage = await Stage.Set(new Telling(), "en");
        await stage.SetPortal(answers: false);

        Assert.Equal(["triage: ⚠️ A portal is set, but nothing has come from it yet."], await Look(stage));
        Assert.Empty(await Look(stage));
        stage.Advance(TimeSpan.FromDays(1));
        Assert.Single(await Look(stage));
    }

    [Fact]
    public async Task Data_older_than_promised_is_told_with_its_hour_and_not_once_it_is_fresh()
    {
        await using var stage = await Stage.Set(new Telling(), "en");
        await stage.SetPortal(answers: true);
        Assert.Empty(await Look(stage));

        stage.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(["triage: ⚠️ The portal’s data is old: the last is of 2 March 2026, 09:00."], await Look(stage));

        await stage.SetPortal(answers: true);
        Assert.Empty(await Look(stage));
        stage.Advance(TimeSpan.FromMinutes(61));
        Assert.Single(await Look(stage));    // a new outage on the same day is told, too
    }

    [Fact]
    public async Task Without_a_portal_there_is_no_alarm()
    {
        await using var stage = await Stage.Set(new Telling(), "en");

        Assert.Empty(await Look(stage));
    }

    /// <summary>The first sentence of what is heard, and where.</summary>
    private static async Task<List<string>> Look(Stage stage)
    {
        await using (var scope = stage.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<Alarm>().Look(default);
        await stage.Settle();
        return [.. (await stage.Heard()).Select(heard => $"{heard.Where}: {heard.Reply.Text.Split(". ")[0].TrimEnd('.')}.".Replace('\u00A0', ' '))];
    }
}
