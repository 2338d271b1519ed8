using Bot.Conversation;
using Bot.Storage;

namespace Bot.Triage;

/// <summary>Tells two drawings of a card apart without keeping what stands on them.</summary>
public sealed class Drawings(Phrasebook phrases, Groups groups, Seal seal)
{
    public string HashOf(Say card) =>
        seal.Hash("card", phrases.Text(card, groups.Language) + string.Join(' ', card.Offers.Select(offer => offer.Action)));
}
