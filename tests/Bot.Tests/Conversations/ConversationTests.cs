using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>The stories, as written and under everything that happens to messages on their way.</summary>
public sealed class ConversationTests
{
    public static TheoryData<string> Stories => [.. Transcript.All().Select(transcript => transcript.ToString())];

    public static TheoryData<string> StoriesOfOne =>
        [.. Transcript.All().Where(transcript => transcript.IsOfOnePerson).Select(transcript => transcript.ToString())];

    [Theory, MemberData(nameof(Stories))]
    public async Task Goes_as_written(string story)
    {
        var heard = await Told(story, new Telling());
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
            await File.WriteAllTextAsync(Transcript.Read(story).Path, heard);
        else
            Assert.Equal(Transcript.Read(story).Text, heard);
    }

    [Theory, MemberData(nameof(Stories))]
    public Task Goes_the_same_when_every_message_is_delivered_twice(string story) => GoesTheSame(story, new Telling(Times: 2));

    [Theory, MemberData(nameof(Stories))]
    public Task Goes_the_same_when_the_service_restarts_between_turns(string story) => GoesTheSame(story, new Telling(Restarting: true));

    [Theory, MemberData(nameof(Stories))]
    public Task Goes_the_same_through_Telegram(string story) => GoesTheSame(story, new Telling(ThroughTelegram: true));

    [PostgresTheory, MemberData(nameof(Stories))]
    public Task Goes_the_same_on_PostgreSQL(string story) => GoesTheSame(story, new Telling(OnPostgres: true));

    [Theory, MemberData(nameof(StoriesOfOne))]
    public async Task Goes_the_same_for_two_people_at_once(string story)
    {
        var transcript = Transcript.Read(story);
        await using var alone = await Stage.Set(new Telling(), transcript.Language);
        await using var together = await Stage.Set(new Telling(), transcript.Language);

        var expected = Assert.Single(await Duet.Play(transcript, alone, Line.Author));

        Assert.Equal([expected, expected], await Duet.Play(transcript, together, Line.Author, Line.Other));
    }

    [Fact]
    public void Every_story_is_told_alike_in_every_language()
    {
        foreach (var story in Transcript.All().GroupBy(transcript => transcript.Story))
        {
            Assert.Equal(["en", "kk", "ru"], story.Select(transcript => transcript.Language).Order());
            Assert.All(story, transcript => Assert.Equal(story.First().Shape(), transcript.Shape()));
        }
    }

    private static async Task GoesTheSame(string story, Telling telling) =>
        Assert.Equal(Transcript.Read(story).Text, await Told(story, telling));

    private static async Task<string> Told(string story, Telling telling)
    {
        var transcript = Transcript.Read(story);
        await using var stage = await Stage.Set(telling, transcript.Language);
        return await transcript.Replay(stage);
    }
}
