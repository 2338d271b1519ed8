using System.Text.RegularExpressions;
using Bot.Conversation;

namespace Bot.Signs;

/// <summary>The legal basis of a check ("Law No. 106-VIII art. 5; Rules No. 687 p. 17") in the reader's language.</summary>
internal static partial class LegalWords
{
    /// <summary>Texts of the law as indicators cite them, with the phrase that names each.</summary>
    private static readonly Dictionary<string, string> Sources = new()
    {
        ["Law No. 106-VIII"] = "risk.full.basis.law",
        ["Rules No. 687"] = "risk.full.basis.rules",
        ["Rules No. 598"] = "risk.full.basis.meals",
        ["Rules No. 598 on meals"] = "risk.full.basis.meals",
        ["Entrepreneurial Code"] = "risk.full.basis.code",
    };

    /// <summary>One phrase for each text cited; a text that is not known stands as the indicator wrote it.</summary>
    public static IReadOnlyList<Phrase> Tell(string basis) => [.. basis.Split("; ").Select(One)];

    /// <summary>Whether every text cited is known by name.</summary>
    public static bool Knows(string basis) =>
        basis.Split("; ").All(cited => Sources.ContainsKey(Cited().Match(cited).Groups["source"].Value));

    private static Phrase One(string cited)
    {
        var match = Cited().Match(cited);
        if (!Sources.TryGetValue(match.Groups["source"].Value, out var key))
            return Phrase.Plain(cited);
        return match.Groups["mark"].Value switch
        {
            "art." => Phrase.Of("risk.full.basis.articles", ("source", new Phrase(key)), ("places", match.Groups["places"].Value)),
            "p." => Phrase.Of("risk.full.basis.points", ("source", new Phrase(key)), ("places", match.Groups["places"].Value)),
            _ => new Phrase(key),
        };
    }

    [GeneratedRegex(@"^(?<source>.+?)(?: (?<mark>art\.|p\.) (?<places>.+))?$")]
    private static partial Regex Cited();
}
