using System.Text;

namespace Bot.Tests.Conversations;

/// <summary>Two people tell the same story at once, line by line: each must hear what they would have heard alone.</summary>
internal static class Duet
{
    /// <returns>What each of them has said and heard, in the order of <paramref name="people"/>.</returns>
    public static async Task<IReadOnlyList<string>> Play(Transcript transcript, Stage stage, params string[] people)
    {
        var written = people.ToDictionary(person => person, _ => new StringBuilder());
        foreach (var line in transcript.Lines.Where(Transcript.IsPlayed))
        {
            foreach (var text in written.Values)
                text.Append(line).Append('\n');
            foreach (var person in line.StartsWith("---", StringComparison.Ordinal) ? people[..1] : people)
                await Transcript.Play(stage, line, person);
            foreach (var (where, reply) in await stage.Heard())
                if (written.TryGetValue(where, out var text))
                    Transcript.Write(text, Line.Author, reply);
        }

        return [.. people.Select(person => written[person].ToString())];
    }
}
