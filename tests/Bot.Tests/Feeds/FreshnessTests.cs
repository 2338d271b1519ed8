using Bot.Tests.Conversations;
using Xunit;

namespace Bot.Tests.Feeds;

/// <summary>What people read about the age of the data, under an answer and on the coordinators' card.</summary>
public sealed class FreshnessTests
{
    private const string Fresh = "Portal data as of 2 March 2026, ", Late = "Nothing has come from the portal since";

    [Fact]
    public async Task Fresh_data_is_told_with_its_moment()
    {
        await using var stage = await Stage.Set(new Telling(), "en");
        await stage.SetPortal(answers: true);

        var heard = await Tell(stage);

        Assert.Equal(2, heard.Count(text => text.Contains(Fresh + "09:00", StringComparison.Ordinal)));
        Assert.DoesNotContain(heard, text => text.Contains(Late, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Data_that_is_older_than_promised_is_said_to_be_so()
    {
        await using var stage = await Stage.Set(new Telling(), "en");
        await stage.SetPortal(answers: true);
        await stage.SetPortal(answers: false);
        stage.Advance(TimeSpan.FromMinutes(61));

        Assert.Equal(2, (await Tell(stage)).Count(text => text.Contains(Late, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_card_is_not_drawn_anew_because_the_data_grew_older()
    {
        await using var stage = await Stage.Set(new Telling(), "en");
        await Tell(stage);
        stage.Advance(TimeSpan.FromMinutes(30));
        await stage.Do(new Line("Айгүл", "/text 1"));

        Assert.DoesNotContain(await stage.Heard(), heard => heard.Reply.Card is not null);
    }

    private static async Task<List<string>> Tell(Stage stage)
    {
        await stage.Do(new Line(Line.Author, "please look at lot 85634585-ЗЦП1"));
        await stage.Do(new Line(Line.Author, "done"));
        return [.. (await stage.Heard()).Select(heard => heard.Reply.Text.Replace('\u00A0', ' '))];
    }
}
