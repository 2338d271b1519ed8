using Language;

namespace Bot.Conversation;

/// <summary>Knows commands by their words: with or without the slash, in every language, whatever language the person speaks.</summary>
public sealed class CommandWords(IServiceScopeFactory scopes, Phrasebook phrases)
{
    private readonly Lazy<Dictionary<(bool Coordinator, string Word), string>> names = new(() => Read(scopes, phrases));

    /// <summary>"/claim 12" with an argument; without the slash only the bare word, so that a sentence stays a sentence.</summary>
    public (ICommand Command, string Argument)? Find(string text, StepBook steps, bool coordinator)
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
        return names.Value.GetValueOrDefault((coordinator, SearchText.Fold(name))) is { } known && steps.Command(known, coordinator) is { } command
            ? (command, slash && words.Length > 1 ? words[1] : "")
            : null;
    }

    /// <summary>Commands themselves live for one message; their words never change.</summary>
    private static Dictionary<(bool Coordinator, string Word), string> Read(IServiceScopeFactory scopes, Phrasebook phrases)
    {
        using var scope = scopes.CreateScope();
        var steps = scope.ServiceProvider.GetRequiredService<StepBook>();
        Dictionary<(bool, string), string> names = [];
        foreach (var coordinator in new[] { false, true })
            foreach (var command in steps.Commands(coordinator))
                foreach (var word in phrases.Ways("command." + command.Name).Append(command.Name))
                    names.TryAdd((coordinator, SearchText.Fold(word)), command.Name);
        return names;
    }

    private const int LongestCommand = 80;    // longer texts are stories
}
