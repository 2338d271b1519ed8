using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversation;

/// <summary>
/// Carries one message through: who is it? which step are they on? what does the step say? Then writes everything that the step asked
/// for, and that the message is done, in one transaction. The only writer in answer to a message.
/// </summary>
public sealed class Dialogue(BotDb db, StepBook steps, Understanding understanding, Telling telling, TimeProvider clock)
{
    public async Task Hear(InboxEntry entry, IncomingMessage message, CancellationToken cancellationToken)
    {
        db.Inbox.Attach(entry);
        await db.Database.OpenConnectionAsync(cancellationToken);    // once for the whole turn: opening costs as much as a small command
        var person = await understanding.Who(message, entry.Lane, cancellationToken);
        var heard = understanding.What(message, person);
        if (!heard.IsTooLate)
            await Answer(entry, person, heard, cancellationToken);

        entry.State = InboxState.Done;
        entry.Holder = null;
        entry.Payload = Sealed.Nothing;    // what it said lives on where a step kept it, and nowhere else
        person.Version++;
        await db.SaveUnhurried(cancellationToken);
    }

    private async Task Answer(InboxEntry entry, Person person, Meaning heard, CancellationToken cancellationToken)
    {
        if (heard.Turn.Message.Kind == MessageKind.Left)
        {
            person.Stopped = true;
            return;
        }

        var wasAway = person.Stopped;
        if (!heard.Turn.IsSilence)
            (person.Stopped, person.SeenAt) = (false, clock.GetUtcNow());

        var from = steps.Named(person.Step, person.IsCoordinator);
        var next = heard.Turn.Message.Kind == MessageKind.Back ? Next.Aside(wasAway && !person.IsCoordinator ? [Say.Line("common.welcome_back")] : [])
            : heard.Fault is { } fault ? Next.Again(Say.Line(fault))
            : heard.Command is { } command ? await command.Run(heard.Turn, heard.Argument, cancellationToken)
            : await from.Answer(heard.Turn, cancellationToken);

        await Follow(entry, person, heard.Turn, next, from, cancellationToken);
    }

    private async Task Follow(InboxEntry entry, Person person, Turn turn, Next next, IStep from, CancellationToken cancellationToken)
    {
        var to = next.Step is { } type ? steps.Named(type.Name, person.IsCoordinator) : from;
        var notes = next.ForgetsNotes ? [] : new Dictionary<string, string>(turn.Notes);
        foreach (var (name, value) in next.Notes)
            if (value is null)
                notes.Remove(name);
            else
                notes[name] = value;

        person.Step = to.GetType().Name;
        person.Language = next.Language ?? person.Language;
        person.ChoseLanguage |= next.Language is not null;
        if (next.Wake is { } silence)
            person.WakeAt = clock.GetUtcNow() + silence;
        else if (!next.KeepsWake)
            person.WakeAt = null;

        db.AddRange(next.Kept);
        db.RemoveRange(next.Removed);
        var asks = next.Step is not null || next.AsksAgain;
        List<Say> says = [.. next.Says];
        if (asks && await to.Ask(turn with { Notes = notes, Chosen = null }, cancellationToken) is { } question)
            says.Add(question);
        telling.Answer(entry, turn, says, notes, asks);
        await telling.Others(next.Notices, cancellationToken);
    }
}
