using Bot.Storage;
using Language;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversation;

/// <summary>What a message turned out to mean: a command, an answer to the question that stands, or a press that means nothing any more.</summary>
public sealed record Meaning(Turn Turn, ICommand? Command, string Argument, string? Fault = null, bool IsTooLate = false);

/// <summary>Finds out who speaks, in which language, and what they mean: a word, a button, a button's name.</summary>
public sealed class Understanding(BotDb db, StepBook steps, Choices choices, CommandWords words, Groups groups, Seal seal, TimeProvider clock)
{
    public async Task<Person> Who(IncomingMessage message, string lane, CancellationToken cancellationToken)
    {
        if (await db.People.SingleOrDefaultAsync(p => p.Lane == lane, cancellationToken) is { } known)
            return known;

        var inGroup = message.Group is not null;
        var stranger = new Person
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            Channel = message.Channel,
            Lane = lane,
            Address = seal.Close(message.Group ?? message.Sender),
            IsCoordinator = inGroup,
            Step = steps.First(inGroup).Name,
            Language = Phrasebook.Spoken.Contains(message.LanguageHint) ? message.LanguageHint! : Phrasebook.Default,
            SeenAt = clock.GetUtcNow(),
        };
        db.People.Add(stranger);
        return stranger;
    }

    public Meaning What(IncomingMessage message, Person person)
    {
        Turn turn = new(person, message, null, person.OpenNotes(seal), clock.GetUtcNow());
        if (message.Kind == MessageKind.Silence)
            return new Meaning(turn, null, "", IsTooLate: person.WakeAt is null || person.WakeAt > turn.Now);
        if (message.Kind == MessageKind.Contact)
            return new Meaning(turn, null, "", Fault: "common.no_contacts");
        if (message.Press is not null && person is { IsCoordinator: true, Stopped: true })
            return new Meaning(turn, null, "", IsTooLate: true);    // has left the group, and the buttons stay with them
        if (message.Press is { } token)
            return Pressed(turn, token);
        if (message.Kind == MessageKind.Edited)
            return new Meaning(turn, null, "");
        if (words.Find(message.Text, steps, person.IsCoordinator) is var (command, argument))
            return new Meaning(turn, command, argument);

        GuessLanguage(person, message.Text);
        var isCaption = message.Files.Count > 0;    // words under a picture are about the picture: "one more" chooses nothing
        var action = isCaption ? null : choices.Typed(message.Text, person.OpenOffered(seal));
        return action is null ? new Meaning(turn, null, "") : Chosen(turn, action);
    }

    private Meaning Pressed(Turn turn, string token)
    {
        var action = choices.Pressed(token, turn.Person.Question, turn.Person.Lane, out var stale);
        if (action is null && !stale && turn.Message.Group is { } group)    // the buttons of a card are for everybody in the group
            action = choices.Pressed(token, 0, groups.LaneOf(turn.Message.Channel, group), out stale);
        if (action is not null)
            return Chosen(turn, action);
        return stale && turn.Person.LastPress == token
            ? new Meaning(turn, null, "", IsTooLate: true)    // pressed twice: the first press was answered
            : new Meaning(turn, null, "", Fault: "common.old_button");
    }

    private Meaning Chosen(Turn turn, string action)
    {
        turn.Person.LastPress = turn.Message.Press;
        if (!action.StartsWith('/'))
            return new Meaning(turn with { Chosen = action }, null, "");
        var (name, argument) = action[1..].Split(' ', 2) is [var first, var rest] ? (first, rest) : (action[1..], "");
        return steps.Command(name, turn.Person.IsCoordinator) is { } command
            ? new Meaning(turn, command, argument)
            : new Meaning(turn, null, "", Fault: "common.old_button");
    }

    private const double SureEnough = 0.5;    // below, the text says too little: "123", a link, a name

    /// <summary>Until the language is chosen by hand, it is the one of what was last written, where that can be told.</summary>
    private static void GuessLanguage(Person person, string text)
    {
        if (!person.ChoseLanguage && !person.IsCoordinator && LanguageOf.Guess(text) is { Confidence: >= SureEnough } guess)
            person.Language = guess.Language;
    }
}
