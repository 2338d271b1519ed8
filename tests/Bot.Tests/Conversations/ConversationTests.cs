using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>The stories as written, and that each is told alike in every language.</summary>
public sealed class ConversationTests
{
    [Theory, MemberData(nameof(Stories.All), MemberType = typeof(Stories))]
    public async Task Goes_as_written(string story)
    {
        var heard = await Stories.Told(story, new Telling());
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
            await File.WriteAllTextAsync(Transcript.Read(story).Path, heard);
        else
            Assert.Equal(Transcript.Read(story).Text, heard);
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
}

/// <summary>Every story under what happens to messages on their way. One class each, so that they run side by side.</summary>
[Trait("Catalogue", "P1")]
public sealed class DoubleDeliveryTests
{
    [Theory, MemberData(nameof(Stories.All), MemberType = typeof(Stories))]
    public Task Goes_the_same_when_every_message_is_delivered_twice(string story) => Stories.GoesTheSame(story, new Telling(Times: 2));
}

public sealed class RestartTests
{
    [Theory, MemberData(nameof(Stories.All), MemberType = typeof(Stories))]
    public Task Goes_the_same_when_the_service_restarts_between_turns(string story) => Stories.GoesTheSame(story, new Telling(Restarting: true));
}

public sealed class TelegramStoryTests
{
    [Theory, MemberData(nameof(Stories.All), MemberType = typeof(Stories))]
    public async Task Goes_the_same_through_Telegram(string story) =>
        Assert.Equal(Hearing.Sorted(Transcript.Read(story).Text), Hearing.Sorted(await Stories.Told(story, new Telling(ThroughTelegram: true))));
}

public sealed class WhatsAppStoryTests
{
    [Theory, MemberData(nameof(Stories.All), MemberType = typeof(Stories))]
    public Task Goes_the_same_through_WhatsApp(string story) => Stories.GoesTheSame(story, new Telling(ThroughWhatsApp: true));
}

public sealed class PostgresStoryTests
{
    [PostgresTheory, MemberData(nameof(Stories.All), MemberType = typeof(Stories))]
    public Task Goes_the_same_on_PostgreSQL(string story) => Stories.GoesTheSame(story, new Telling(OnPostgres: true));
}

public sealed class DuetTests
{
    [Theory, MemberData(nameof(Stories.OfOne), MemberType = typeof(Stories))]
    public async Task Goes_the_same_for_two_people_at_once(string story)
    {
        var transcript = Transcript.Read(story);
        await using var alone = await Stage.Set(new Telling(), transcript.Language);
        await using var together = await Stage.Set(new Telling(), transcript.Language);

        var expected = Assert.Single(await Duet.Play(transcript, alone, Line.Author));

        Assert.Equal([expected, expected], await Duet.Play(transcript, together, Line.Author, Line.Other));
    }
}
