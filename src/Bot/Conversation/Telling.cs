using System.Text.Json;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversation;

/// <summary>Turns what is to be said into rows of the outbox. Nothing leaves from here: the rows are saved with the rest of the turn.</summary>
public sealed class Telling(BotDb db, Phrasebook phrases, Choices choices, Groups groups, Seal seal, Signals signals, TimeProvider clock)
{
    private bool rings;

    public void Answer(InboxEntry entry, Turn turn, IReadOnlyList<Say> says, Dictionary<string, string> notes, bool asked)
    {
        var person = turn.Person;
        person.Note(seal, notes);
        var offers = says.SelectMany(say => say.Offers).Where(offer => !offer.IsCommand).ToList();
        var remembered = 0;
        if (offers.Count > 0 || asked)
        {
            person.Question++;
            List<Choice> choices = [.. says.SelectMany(say => say.Offers).Select(offer => Remember(offer, person.Language))];
            person.Offer(seal, choices);
            remembered = choices.Count;
        }

        var language = person.IsCoordinator ? groups.Language : person.Language;
        var lane = turn.Message.Group is { } group ? groups.LaneOf(person.Channel, group) : person.Lane;
        if (turn.Message is { Colleague: { } speaker, Press: null, Text.Length: > 0 })
            Answer(new Reply(turn.Text, []) { From = speaker }, $"said:{entry.Position}");
        var first = remembered > 1 ? 1 : 0;    // the only button is known by its name alone
        foreach (var (say, number) in says.Select((say, number) => (say, number)))
        {
            var reply = Numbered(Render(say, language, person.Question, person.Lane), first);
            Answer(reply with { To = turn.Message.Colleague, Topic = turn.Message.Topic, Question = person.Question }, $"answer:{entry.Position}:{number}");
            first += first > 0 ? say.Offers.Count : 0;
        }

        void Answer(Reply reply, string @event) => Put(person.Channel, lane, person.Address, reply, @event, OutboxKind.Answer);
    }

    public async Task Others(IReadOnlyList<Notice> notices, CancellationToken cancellationToken)
    {
        var (people, told) = await Addressed(notices, cancellationToken);
        foreach (var notice in notices)
            if (notice.Person is null)
                ToGroups(notice);
            else if (people.GetValueOrDefault(notice.Person.Value) is { Stopped: false } person && told.Add((person.Lane, notice.Event)))
                Put(person.Channel, person.Lane, person.Address, Render(notice, person.Language, person.Lane), notice.Event, notice.Kind);
    }

    private void ToGroups(Notice notice)
    {
        foreach (var (channel, address) in groups.Places)
        {
            var lane = groups.LaneOf(channel, address);
            Put(channel, lane, seal.Close(address), Render(notice, groups.Language, lane), notice.Event, notice.Kind);
        }
    }

    /// <summary>News may go to ten thousand people at once: who they are and what they were told already is asked for a page of them together.</summary>
    private async Task<(Dictionary<Guid, Person> People, HashSet<(string Lane, string Event)> Told)> Addressed(
        IReadOnlyList<Notice> notices, CancellationToken cancellationToken)
    {
        Dictionary<Guid, Person> people = db.People.Local.ToDictionary(person => person.Id);    // who has only just written is not in the database yet
        HashSet<(string, string)> told = [];
        foreach (var page in notices.Where(notice => notice.Person is not null).Chunk(Page))
        {
            var ids = page.Select(notice => notice.Person!.Value).Distinct().ToList();
            foreach (var person in await db.People.Where(person => ids.Contains(person.Id)).ToListAsync(cancellationToken))
                people[person.Id] = person;
            var (lanes, events) = (ids.Where(people.ContainsKey).Select(id => people[id].Lane).ToList(), page.Select(notice => notice.Event).Distinct().ToList());
            foreach (var known in await db.Outbox.Where(m => lanes.Contains(m.Lane) && events.Contains(m.Event)).Select(m => new { m.Lane, m.Event })
                .ToListAsync(cancellationToken))
                told.Add((known.Lane, known.Event));
        }

        return (people, told);
    }

    private const int Page = 500;

    private void Put(string channel, string lane, Sealed address, Reply reply, string @event, OutboxKind kind)
    {
        db.Outbox.Add(new OutboxMessage
        {
            Channel = channel,
            Lane = lane,
            Recipient = address,
            Payload = seal.Close(JsonSerializer.SerializeToUtf8Bytes(reply)),
            Event = @event,
            Kind = kind,
            Card = reply.Card,
            CreatedAt = clock.GetUtcNow(),
            NotBefore = clock.GetUtcNow(),
        });
        if (!rings)
            db.SavedChanges += (_, _) => signals.Outbox.Ring();
        rings = true;
    }

    private Reply Render(Notice notice, string language, string lane) =>
        Render(notice.Say, language, 0, lane) with { Card = notice.Card, Beside = notice.Beside, Standing = notice.Standing };

    private Reply Render(Say say, string language, int question, string lane) =>
        new(phrases.Text(say, language), [.. say.Offers.Select(offer => Render(offer, language, question, lane))])
        {
            Picture = say.Sketch is { } sketch
                ? new Picture(sketch.Draw(phrase => phrases.Text(phrase, language)), phrases.Text(sketch.Words, language))
                : null,
            Photo = say.Photo,
        };

    private Button Render(Offer offer, string language, int question, string lane) =>
        new(phrases.Text(offer.Label, language), choices.Token(offer.Action, question, lane), offer.Style) { Lasts = offer.IsCommand };

    private static Reply Numbered(Reply reply, int first) => first == 0 ? reply
        : reply with { Buttons = [.. reply.Buttons.Select((button, i) => button with { Number = first + i })] };

    private Choice Remember(Offer offer, string language) => new(offer.Action, offer.Label.Key, phrases.Text(offer.Label, language));
}
