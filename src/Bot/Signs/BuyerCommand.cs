using Bot.Conversation;
using Bot.Lots;
using Procurement;
using Risk.Portraits;

namespace Bot.Signs;

/// <summary>"/buyer BIN or name": how a buyer buys beside others of its kind, and the signs of its latest lots.</summary>
public sealed class BuyerCommand(Parties parties, Market market, BuyerSigns signs, IDataAge ages) : ICommand
{
    public string Name => "buyer";

    public async ValueTask<Next> Run(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (argument.Length == 0)
            return Next.Aside(Say.Line("lots.how_buyer"));
        if (!Bin.TryParse(argument.Trim(), out var bin))
            return Next.Aside(PartyChoice.Among(await parties.BuyersNamed(argument, cancellationToken), Name));
        if (market.Now is not { } population || BuyerPortrait.Of(population, long.Parse(bin.Value, null)) is not { } portrait)
            return Next.Aside(Say.Line("lots.party_unknown"));
        var party = await parties.Numbered(bin.Value, cancellationToken);
        var say = PortraitWords.Tell(portrait, party?.Name ?? default)
            .Then(await signs.Lines(bin.Value, turn.Now, cancellationToken)).Then((await ages.Now(cancellationToken)).Line);
        return Next.Aside(say.Offering(Offer.Command($"/follow buyer:{bin.Value}", "lots.follow_buyer")));
    }
}
