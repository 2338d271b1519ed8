using Bot.Conversation;
using Bot.Storage;

namespace Bot.Signs;

/// <summary>"/lot 81861406-ЗЦП1", or the number of a direct contract: what stands in the register about a lot, its two strongest signs, and the way to all checks.</summary>
public sealed class LotCommand(RegisterDb db, LotSigns signs) : ICommand
{
    public string Name => "lot";

    public async ValueTask<Next> Run(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (argument.Length == 0)
            return Next.Aside(Say.Line("lots.how_lot"));
        if (await db.JudgedNamed(argument, cancellationToken) is not { } lot)
            return Next.Aside(Say.Line("lots.which"));
        var say = SignWords.Tell(lot, await signs.Check(lot, turn.Now, cancellationToken), await signs.Age(cancellationToken));
        return Next.Aside(lot.BuyerBin is { } bin ? say.Offering(Offer.Command($"/buyer {bin}", "lots.about_buyer")) : say);
    }
}
