using Bot.Conversation;
using Bot.Lots;
using Procurement;
using Risk.Portraits;

namespace Bot.Signs;

/// <summary>What the open data say of a supplier, line by line, without a judgement.</summary>
internal static class SupplierWords
{
    public static Say Tell(SupplierPortrait portrait, Bilingual name, Bilingual largestBuyer)
    {
        var say = Say.All(Phrase.Of("portrait.supplier", ("name", LotCard.Named(name)), ("bin", Risk.Populations.Numbers.Bin(portrait.Bin)),
            ("count", portrait.Contracts), ("sum", portrait.Sum)));
        if (portrait.Buyers > 0)
            say = say.Then("portrait.buyers", ("count", portrait.Buyers), ("name", LotCard.Named(largestBuyer)), ("share", Percent(portrait.LargestShare)));
        if (portrait.Bids > 0)
            say = say.Then("portrait.bids", ("count", portrait.Bids), ("wins", portrait.Wins));
        if (portrait.FromOneSource > 0)
            say = say.Then("portrait.from_one_source", ("count", portrait.FromOneSource));
        if (portrait.Late > 0)
            say = say.Then("portrait.late", ("count", portrait.Late));
        if (portrait.Registered is { } day)
            say = say.Then("portrait.registered", ("date", PortalTime.At(day.ToDateTime(default))));
        return say.Then(portrait.IsListed switch { true => "portrait.listed", false => "portrait.not_listed", null => "portrait.no_register" }).Then("portrait.facts");
    }

    private static Phrase Percent(double share) => Phrase.Of("portrait.percent", ("value", (int)Math.Round(share * 100)));
}
