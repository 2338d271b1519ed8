using Bot.Conversation;
using Bot.Lots;

namespace Bot.Signs;

/// <summary>Which of several organisations is meant: a button each, which brings its number.</summary>
internal static class PartyChoice
{
    public static Say Among(IReadOnlyList<Party> parties, string command) => parties.Count == 0
        ? Say.Line("lots.party_unknown")
        : Say.Line("lots.party_which").Offering(parties.Select(party =>
            new Offer($"/{command} {party.Bin}", Phrase.Of("lots.party", ("name", LotCard.Named(party.Name)), ("bin", party.Bin)))));
}
