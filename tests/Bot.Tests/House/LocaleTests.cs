using System.Text.RegularExpressions;
using Bot.Conversation;
using Bot.Tests.Conversations;
using Xunit;

namespace Bot.Tests.House;

/// <summary>The words of the bot: whole in every language, used, heard in a story, and without a verdict about anybody.</summary>
public sealed partial class LocaleTests
{
    private static readonly Phrasebook Phrases = Phrasebook.Read(Path.Combine(Repository.Root, "locales"));
    private static readonly string Sources = string.Concat(House.Sources.Files("src/Bot")
        .Concat(House.Sources.Files("src/Bot/Channels/Web/pages", "*.*")).Select(File.ReadAllText));

    /// <summary>Said only when something breaks or on another channel: each has its own test, or is this short list's business.</summary>
    private static readonly HashSet<string> NotInStories =
    [
        "common.apology", "common.maybe_again", "common.no_contacts", "common.welcome_back", "common.can_answer", "common.choose",
        "tips.seen_telegram", "tips.seen_whatsapp", "tips.file_not_taken", "tips.unreadable", "tips.empty",
        "tips.status_forgotten", "tips.follow_region", "alerts.too_many", "alerts.and_more", "alerts.bids_due", "triage.too_long",
        "tips.late_several", "triage.declined_elsewhere", "triage.declined_known", "triage.declined_not_procurement",    // sisters of two that are heard
    ];

    [Fact]
    public void Every_language_has_the_same_phrases_with_the_same_blanks()
    {
        var kazakh = Phrases.Languages["kk"];
        Assert.All(Phrases.Languages, language =>
        {
            Assert.Equal(kazakh.Keys.Order(), language.Value.Keys.Order());
            Assert.All(kazakh.Keys, key => Assert.Equal(Blanks(kazakh[key]), Blanks(language.Value[key])));
        });
    }

    [Fact]
    public void Every_phrase_is_used()
    {
        var literals = Literal().Matches(Sources).Select(match => match.Groups[1].Value).ToHashSet();
        var beginnings = literals.Where(text => text.EndsWith('_') || text.EndsWith('.')).Append("risk.").Append("command.").ToList();

        Assert.DoesNotContain(Phrases.Languages["kk"].Keys, key => !literals.Contains(key) && !beginnings.Any(key.StartsWith));
    }

    [Fact]
    public void Every_phrase_that_is_used_exists() =>
        Assert.Empty(Literal().Matches(Sources).Select(match => match.Groups[1].Value)
            .Where(key => !key.EndsWith('_') && !key.EndsWith('.') && !key.EndsWith("html", StringComparison.Ordinal) && !key.EndsWith("js", StringComparison.Ordinal))
            .Where(key => !Phrases.Knows(key)).Distinct());

    [Fact]
    public void Every_phrase_is_heard_in_a_story()
    {
        var told = Spaces().Replace(string.Join('\n', Transcript.All().Where(story => story.Language == "kk").Select(story => story.Text)), " ");
        var unheard = Phrases.Languages["kk"].Where(phrase => Said().IsMatch(phrase.Key) && !NotInStories.Contains(phrase.Key))
            .Where(phrase => !Regex.IsMatch(told, AsHeard(phrase.Value))).Select(phrase => phrase.Key);

        Assert.Empty(unheard);
    }

    [Fact]
    public void No_phrase_gives_a_verdict() =>
        Assert.Empty(Phrases.Languages.Values.SelectMany(language => language).Where(phrase => Verdict().IsMatch(phrase.Value)).Select(phrase => phrase.Key));

    private static string AsHeard(string phrase) => string.Join(".+?", BlankWithForms().Split(Spaces().Replace(phrase, " ")).Select(Regex.Escape));

    private static IEnumerable<string> Blanks(string phrase) => Blank().Matches(phrase).Select(match => match.Groups[1].Value).Distinct().Order();

    [GeneratedRegex("\"((?:common|tips|lots|alerts|triage|feeds|web|risk|menu|portrait)\\.[A-Za-z_.0-9-]*)\"?")] private static partial Regex Literal();
    [GeneratedRegex(@"^(common|tips|alerts|triage)\.")] private static partial Regex Said();
    [GeneratedRegex(@"\s+")] private static partial Regex Spaces();
    [GeneratedRegex(@"\{(\w+)")] private static partial Regex Blank();
    [GeneratedRegex(@"\{[^}]*\}")] private static partial Regex BlankWithForms();
    [GeneratedRegex(@"коррупц|жемқор|\bұры\b|\bвор(ы|у)?\b|виновн|преступник|кінәлі|мошенн|corrupt|thief|guilty|fraud", RegexOptions.IgnoreCase)] private static partial Regex Verdict();
}
