using Bot.Conversation;
using Bot.Signs;
using Bot.Storage;
using Procurement;

namespace Bot.Tips;

/// <summary>What the author reads about an answer that came late, in the language of the tip, sealed.</summary>
public sealed class LateWords(LotSigns signs, Phrasebook phrases, Seal seal)
{
    public string Text(Tip tip) => seal.Open(tip.Text);

    public async Task<Sealed> Found(Tip tip, Lot lot, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var told = SignWords.Tell(lot, await signs.Check(lot, now, cancellationToken), await signs.Age(cancellationToken));
        return seal.Close(phrases.Text(Say.Line("tips.late_found").Then(told.Lines), tip.Language));
    }

    public Sealed Line(Tip tip, Inquiry inquiry, string key) =>
        seal.Close(phrases.Text(Say.Line(key, ("number", Inquiries.Read(inquiry, seal).ToString())), tip.Language));
}
