using System.Text;

namespace Bot.Tests.Conversations;

/// <summary>Two people tell the same story at once, line by line: each must hear what they would have heard alone.</summary>
internal static class Duet
{
    public static async Task<(string One, string Two)> Play(Transcript transcript, Stage stage)
    {
        Dictionary<string, StringBuilder> written = new() { [Line.Author] = new(), [Line.Other] = new() };
        foreach (var text in written.Values)
            foreach (var line in transcript.Lines.TakeWhile(line => !Transcript.IsPlayed(line)))
                text.Append(line).Append('\n');

        foreach (var line in transcript.Lines.Where(Transcript.IsPlayed))
        {
            foreach (var text in written.Values)
                text.Append(line).Append('\n');
            await Transcript.Play(stage, line, Line.Author);
            if (!line.StartsWith("---", StringComparison.Ordinal))
                await Transcript.Play(stage, line, Line.Other);
            foreach (var (where, reply) in await stage.Heard())
                if (written.TryGetValue(where, out var text))
                    Transcript.Write(text, Line.Author, reply);
        }

        return (written[Line.Author].ToString().TrimEnd(), written[Line.Other].ToString().TrimEnd());
    }
}
