using Bot.Conversation;
using Bot.Lots;
using Procurement;
using Risk.Portraits;

namespace Bot.Signs;

/// <summary>"/supplier BIN or name": what the open data say of a company that sells to the state.</summary>
public sealed class SupplierCommand(Parties parties, Market market, IDataAge ages) : ICommand
{
    public string Name => "supplier";

    public async ValueTask<Next> Run(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (argument.Length == 0)
            return Next.Aside(Say.Line("lots.how_supplier"));
        if (!Bin.TryParse(argument.Trim(), out var bin))
            return Next.Aside(PartyChoice.Among(await parties.Named(argument, cancellationToken), Name));
        if (market.Now is not { } population || SupplierPortrait.Of(population, long.Parse(bin.Value, null)) is not { } portrait)
            return Next.Aside(Say.Line("lots.party_unknown"));
        var (own, largest) = (await parties.Numbered(bin.Value, cancellationToken), await Largest(portrait, cancellationToken));
        return Next.Aside(SupplierWords.Tell(portrait, own?.Name ?? default, largest?.Name ?? default).Then((await ages.Now(cancellationToken)).Line));
    }

    private async Task<Party?> Largest(SupplierPortrait portrait, CancellationToken cancellationToken) =>
        portrait.LargestBuyer > 0 ? await parties.Numbered(Risk.Populations.Numbers.Bin(portrait.LargestBuyer), cancellationToken) : null;
}
