using Bot.Conversation;
using Bot.Storage;

namespace Bot.Tips;

/// <summary>Listens on: several messages and files are one tip, until "Done" or a pause.</summary>
public sealed class AnythingElse(Looking looking, Seal seal) : IStep
{
    public ValueTask<Say?> Ask(Turn turn, CancellationToken cancellationToken)
    {
        var done = Offer.Of("tips.done", ButtonStyle.Main);
        if (turn.Person.Greeted)
            return ValueTask.FromResult<Say?>(Say.Line("tips.anything_else").Offering(done));

        turn.Person.Greeted = true;
        return ValueTask.FromResult<Say?>(Welcome.Lines(turn.Person.Channel).Then(Phrase.Plain("")).Then("tips.anything_else")
            .Offering(done, Offer.Command("/language", "tips.change_language"), Offer.Command("/privacy", "tips.is_it_safe")));
    }

    public async ValueTask<Next> Answer(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.IsSilence || turn.Chose("tips.done"))
            return await looking.For(turn, turn.Noted(Notes.Text) ?? "", cancellationToken);
        if (!turn.HasContent())
            return Next.Aside();
        return Next.Stay.NotingText(turn, turn.Noted(Notes.Text))
            .Keeping(turn.SealedFiles(seal)).Saying(turn.FileTrouble()).WakingAfter(Draft.Pause);
    }
}
