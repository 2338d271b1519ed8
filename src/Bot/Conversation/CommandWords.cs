using Language;

namespace Bot.Conversation;

/// <summary>Knows commands by their words: with or without the slash, in every language, whatever language the person speaks.</summary>
public sealed class CommandWords
{
    private readonly StepBook steps;
    private readonly Dictionary<(bool Coordinator, string Word), ICommand> byWord = [];

    public CommandWords(StepBook steps, Phrasebook phrases)
    {
        this.steps = steps;
        foreach (var coordinator in new[] { false, true })
            foreach (var command in steps.Commands(coordinator))
                foreach (var word in phrases.Ways("command." + command.Name).Append(command.Name))
                    byWord.TryAdd((coordinator, SearchText.Fold(word)), command);
    }

    /// <summary>"/claim 12" with an argument; without the slash only the bare word, so that a sentence stays a sentence.</summary>
    public (ICommand Command, string Argument)? Find(string text, bool coordinator)
    {
        if (text.Length > LongestCommand || string.IsNullOrWhiteSpace(text))
            return null;
        var said = text.Trim();
        if (steps.Commands(coordinator).FirstOrDefault(command => command.IsMeantBy(said)) is { } meant)
            return (meant, said);
        var slash = said.StartsWith('/');
        var words = said.TrimStart('/').Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            return null;
        var name = slash ? words[0].Split('@')[0] : said;    // in groups Telegram writes /help@our_bot
        var command = byWord.GetValueOrDefault((coordinator, SearchText.Fold(name)));
        return command is null ? null : (command, slash && words.Length > 1 ? words[1] : "");
    }

    private const int LongestCommand = 80;    // longer texts are stories
}
