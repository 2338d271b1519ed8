namespace Bot.Tests.Conversations;

/// <summary>
/// What is heard after one line, put so that only the order that people can see counts: each person's own. Who is waited for goes first where
/// there is a pace to keep, so an answer may come before a card, and one person's before another's.
/// </summary>
internal static class Hearing
{
    private static readonly string[] Marks = ["< ", "o< ", "@< "];

    public static string Sorted(string story)
    {
        List<string> told = [];
        List<(string Mark, string Text)> heard = [];
        foreach (var line in story.Split('\n'))
            if (Marks.FirstOrDefault(mark => line.StartsWith(mark, StringComparison.Ordinal)) is { } begun)
                heard.Add((begun, line));
            else if (heard.Count > 0 && (line.Length == 0 || line.StartsWith("  ", StringComparison.Ordinal)))
                heard[^1] = (heard[^1].Mark, $"{heard[^1].Text}\n{line}");
            else
            {
                told.AddRange(InOrder(heard));
                heard.Clear();
                told.Add(line);
            }

        return string.Join('\n', told.Concat(InOrder(heard)));
    }

    private static IEnumerable<string> InOrder(List<(string Mark, string Text)> heard) => Marks.SelectMany(mark =>
    {
        var mine = heard.Where(one => one.Mark == mark).Select(one => one.Text.TrimEnd('\n'));
        return mark == Marks[^1] ? mine.Order(StringComparer.Ordinal) : mine;
    });
}
