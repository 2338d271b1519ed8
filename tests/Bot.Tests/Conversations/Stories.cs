using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>The stories by name, and how one is told.</summary>
public static class Stories
{
    public static TheoryData<string> All() => [.. Transcript.All().Select(transcript => transcript.ToString())];

    public static TheoryData<string> OfOne() =>
        [.. Transcript.All().Where(transcript => transcript.IsOfOnePerson).Select(transcript => transcript.ToString())];

    internal static async Task GoesTheSame(string story, Telling telling) =>
        Assert.Equal(Transcript.Read(story).Text, await Told(story, telling));

    internal static async Task<string> Told(string story, Telling telling)
    {
        var transcript = Transcript.Read(story);
        await using var stage = await Stage.Set(telling, transcript.Language);
        return await transcript.Replay(stage);
    }
}
