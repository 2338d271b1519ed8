using Bot.Conversation;
using Bot.Lots;
using Bot.Storage;

namespace Bot.Signs;

/// <summary>The signs of a buyer's latest lots, the strongest of each check once.</summary>
public sealed class BuyerSigns(RegisterDb db, CaseFiles files, Market market)
{
    private const int Latest = 60;    // judged in a moment, and older ones are seldom asked about
    private const int Most = 4;       // a card is read on a small telephone

    public async Task<IReadOnlyList<Phrase>> Lines(string bin, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        var lots = await db.Lots.Where(row => row.BuyerBin == bin && row.Published <= asOf).OrderByDescending(row => row.Published).Take(Latest).Read(cancellationToken);
        var reports = (await files.Of(lots, asOf, market.Now, cancellationToken)).Select(market.Judge).ToList();
        var strongest = reports.SelectMany(report => report.Signs, (report, sign) => (report.LotNumber, Sign: sign))
            .GroupBy(pair => pair.Sign.Code).Select(group => group.MinBy(pair => (pair.Sign.Tier, -pair.Sign.Strength, pair.LotNumber)))
            .OrderBy(pair => pair.Sign.Tier).ThenByDescending(pair => pair.Sign.Strength).ThenBy(pair => pair.Sign.Code, StringComparer.Ordinal).Take(Most).ToList();
        return strongest.Count == 0
            ? [Phrase.Plain(""), Phrase.Of("portrait.no_signs", ("count", lots.Count))]
            : [Phrase.Plain(""), Phrase.Of("portrait.signs", ("count", lots.Count)), new Phrase("risk.head"),
                .. strongest.Select(pair => Phrase.Of("portrait.sign_of", ("lot", pair.LotNumber), ("sign", SignWords.Sign(pair.Sign))))];
    }
}
