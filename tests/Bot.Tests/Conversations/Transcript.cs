using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Bot.Conversation;

namespace Bot.Tests.Conversations;

/// <summary>One line of a player: who, and what they say, send or press.</summary>
internal sealed record Line(string Who, string Text)
{
    public const string Author = "author", Other = "other";

    /// <summary>"[Готово]": the label of a pressed button.</summary>
    public string? Press => Text is ['[', .., ']'] ? Text[1..^1] : null;

    /// <summary>"photo roof.jpg" after ">>".</summary>
    public SentFile? File { get; init; }

    /// <summary>A token that nobody signed, pressed in place of the real one.</summary>
    public string? Forged { get; init; }
}

/// <summary>
/// A conversation as a person would read it. The writer gives the players' lines; what the bot does is written by the test when ACCEPT=1.
/// <c>&gt;</c> the author, <c>o&gt;</c> somebody else, <c>@Айгүл&gt;</c> a coordinator, <c>&gt;&gt; photo x.jpg</c> a file, <c>[…]</c> a press,
/// <c>!&gt; […]</c> a forged press, <c>--- 15 seconds</c> the clock, <c>--- the portal answers</c> or <c>--- the portal is silent</c> (before
/// either there is none), <c>--- the night</c> until nine in the morning, <c>+ file.jsonl</c> an import; <c>&lt;</c>, <c>o&lt;</c>, <c>@&lt;</c> what is
/// heard, <c>=</c> what was kept. {receipt} stands for the sixteen digits.
/// </summary>
internal sealed partial record Transcript(string Path, IReadOnlyList<string> Lines)
{
    public static DateTimeOffset StartOfTime { get; } = new(2026, 3, 2, 4, 0, 0, TimeSpan.Zero);
    public static string Folder { get; } = System.IO.Path.Combine(Repository.Root, "tests/Bot.Tests/Conversations");

    public string Story => System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(Path))!;
    public string Language => System.IO.Path.GetFileNameWithoutExtension(Path);
    public string Text => string.Join('\n', Lines).TrimEnd() + "\n";

    /// <summary>Only the author plays: nobody in the group, no second person, nothing imported or asked for, no receipt to quote.</summary>
    public bool IsOfOnePerson => !Lines.Where(IsPlayed).Any(line => line[0] is '@' or 'o' or '+'
        || line.StartsWith("--- the portal", StringComparison.Ordinal) || line.Contains("{receipt}", StringComparison.Ordinal));

    public static bool IsPlayed(string line) => Player().IsMatch(line);

    public static IEnumerable<Transcript> All() =>
        Directory.EnumerateFiles(Folder, "*.chat", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => new Transcript(path, File.ReadAllLines(path)));

    public static Transcript Read(string name) => All().Single(transcript => transcript.ToString() == name);

    /// <summary>Plays the players' lines and writes down the whole conversation.</summary>
    public async Task<string> Replay(Stage stage)
    {
        var written = new StringBuilder();
        foreach (var line in Lines.TakeWhile(line => !IsPlayed(line)))
            written.Append(line).Append('\n');

        string? receipt = null;
        foreach (var line in Lines.Where(IsPlayed))
        {
            written.Append(line).Append('\n');
            await Play(stage, line.Replace("{receipt}", receipt, StringComparison.Ordinal), Line.Author);
            foreach (var (where, reply) in await stage.Heard())
            {
                receipt = ReceiptShape().Match(reply.Text) is { Success: true } found ? found.Value : receipt;
                Write(written, where, reply);
            }
        }

        foreach (var fact in await stage.Kept())
            written.Append("= ").Append(fact).Append('\n');
        return written.ToString();
    }

    /// <summary>What must be the same in every language: who speaks when, how many buttons, and what was kept.</summary>
    public IEnumerable<string> Shape() => Lines.Where(line => line.Length > 0).Select(line => line switch
    {
        ['#', ..] => "",
        ['=', ..] => LanguageMark().Replace(line, ""),
        [' ', ' ', '[', ..] => new string('□', line.Count(letter => letter == '[')),
        [' ', ..] => "",
        _ => line.Split(' ')[0],
    }).Where(mark => mark.Length > 0);

    public override string ToString() => $"{Story}/{Language}";

    public static async Task Play(Stage stage, string line, string author)
    {
        var (mark, rest) = line.Split(' ', 2) is [var first, var second] ? (first, second) : (line, "");
        switch (mark)
        {
            case "---" when rest.StartsWith("the portal", StringComparison.Ordinal):
                await stage.SetPortal(answers: rest == "the portal answers");
                break;
            case "---" when rest == "the night":
                await stage.Night();
                break;
            case "---":
                stage.Advance(Time(rest));
                await stage.Settle();
                break;
            case "+":
                await stage.Import(rest);
                break;
            case ">>":
                await stage.Do(new Line(author, "") { File = SentFile.Named(rest.Split(' ').Last()) });
                break;
            case "!>":
                await stage.Do(new Line(author, rest) { Forged = "tips.done~1~AAAAAAAAAAA" });
                break;
            default:
                await stage.Do(new Line(mark switch { ">" => author, "o>" => Line.Other, _ => mark.Trim('@', '>') }, rest));
                break;
        }
    }

    private static TimeSpan Time(string words) => words.Split(' ') is [var count, var unit, ..]
        ? int.Parse(count, CultureInfo.InvariantCulture) * (unit[0] switch { 's' => TimeSpan.FromSeconds(1), 'm' => TimeSpan.FromMinutes(1), 'h' => TimeSpan.FromHours(1), _ => TimeSpan.FromDays(1) })
        : throw new FormatException($"No time in \"{words}\".");

    public static void Write(StringBuilder written, string where, Reply reply)
    {
        var mark = where switch { Line.Author => "<", Line.Other => "o<", _ => "@<" };
        var text = ShortReceipt().Replace(ReceiptShape().Replace(reply.Text, "{receipt}"), "{receipt}…").Replace('\u00A0', ' ').Replace('\u202F', ' ');
        var lines = text.Split('\n');
        written.Append(mark).Append(' ').Append(lines[0]).Append('\n');
        foreach (var line in lines.Skip(1))
            written.Append(line.Length == 0 ? "" : "  ").Append(line).Append('\n');
        if (reply.Buttons.Count > 0)
            written.Append("  ").AppendJoin(' ', reply.Buttons.Select(button => $"[{button.Label}]")).Append('\n');
    }

    [GeneratedRegex(@"^(>|>>|o>|!>|@\w+>|---|\+) ?")] private static partial Regex Player();
    [GeneratedRegex(@"\d{4}[ \u00A0]\d{4}[ \u00A0]\d{4}[ \u00A0]\d{4}")] private static partial Regex ReceiptShape();
    [GeneratedRegex(@"\b\d{4}…")] private static partial Regex ShortReceipt();
    [GeneratedRegex(@", (kk|ru|en)$")] private static partial Regex LanguageMark();
}
