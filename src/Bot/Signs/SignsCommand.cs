using Bot.Conversation;

namespace Bot.Signs;

/// <summary>"/signs ID": every check of one lot, also those that found nothing or could not run.</summary>
public sealed class SignsCommand(LotSigns signs) : ICommand
{
    public string Name => "signs";

    public async ValueTask<Next> Run(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (!long.TryParse(argument, out var id) || await signs.Lot(id, cancellationToken) is not { } lot)
            return Next.Aside(Say.Line("lots.which"));
        var report = await signs.Check(lot, turn.Now, cancellationToken);
        return Next.Aside(SignWords.All(lot, report, await signs.Age(cancellationToken)));
    }
}
