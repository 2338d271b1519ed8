using Bot.Conversation;
using Bot.Storage;

namespace Bot.Tips;

/// <summary>How a tip is told back to its author: what was done, what comes next, by when.</summary>
public sealed class TipWords(Seal seal)
{
    public Say Status(Tip tip)
    {
        var say = Say.Line("tips.status_" + tip.State.ToString().ToLowerInvariant(), ("receipt", Short(tip)), ("day", tip.FiledAt));
        if (!tip.News.IsNothing)
            say = say.Then(Phrase.Plain(seal.Open(tip.News)));
        return tip.AwaitsAnswer ? say.Then("tips.status_question").Offering(Offer.Command($"/show {tip.Id:N}", "tips.show_question", ButtonStyle.Main)) : say;
    }

    /// <summary>What a telephone on a table may show: that there is news, not what.</summary>
    public Say Nudge(Tip tip) =>
        Say.Line("tips.news", ("receipt", Short(tip))).Offering(Offer.Command($"/show {tip.Id:N}", "tips.show", ButtonStyle.Main));

    public string Short(Tip tip) => tip.Receipt.IsNothing ? $"№{tip.Number}" : new Receipt(seal.Open(tip.Receipt)).Short;
}
