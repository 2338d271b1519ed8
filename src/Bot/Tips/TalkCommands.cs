using Bot.Conversation;

namespace Bot.Tips;

/// <summary>"/start": says who we are; the next message is the tip. A tip that is half told stays.</summary>
public sealed class StartCommand : ICommand
{
    public string Name => "start";

    public ValueTask<Next> Run(Turn turn, string argument, CancellationToken cancellationToken)
    {
        turn.Person.Greeted = true;
        return ValueTask.FromResult(Next.Aside(Welcome.Lines(turn.Person.Channel).Then("tips.just_write")
            .Offering(Offer.Command("/language", "tips.change_language"), Offer.Command("/privacy", "tips.is_it_safe"))));
    }
}

/// <summary>"/help": what can be said here, in one screen.</summary>
public sealed class HelpCommand : ICommand
{
    public string Name => "help";

    public ValueTask<Next> Run(Turn turn, string argument, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Next.Aside(Say.Line("tips.help")));
}

/// <summary>"/privacy": what is kept, for how long, who can read it, what the channel sees, how to be safer.</summary>
public sealed class PrivacyCommand : ICommand
{
    public string Name => "privacy";

    public ValueTask<Next> Run(Turn turn, string argument, CancellationToken cancellationToken) => ValueTask.FromResult(Next.Aside(
        Say.Line("tips.privacy").Then(Welcome.Seen(turn.Person.Channel)).Then("tips.safer")));
}

/// <summary>"/language", or "/language ru": changes the language at any time and repeats the question that stands.</summary>
public sealed class LanguageCommand : ICommand
{
    public string Name => "language";

    public ValueTask<Next> Run(Turn turn, string argument, CancellationToken cancellationToken) => ValueTask.FromResult(
        Phrasebook.Spoken.Contains(argument)
            ? Next.Again(Say.Line("tips.language_is")).Speaking(argument)
            : Next.Aside(Say.Line("tips.which_language").Offering(
                Offer.Command("/language kk", "tips.kazakh"), Offer.Command("/language ru", "tips.russian"), Offer.Command("/language en", "tips.english"))));
}
