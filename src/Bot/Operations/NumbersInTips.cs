using System.Globalization;
using Matching;
using Procurement;

namespace Bot.Operations;

/// <summary>
/// Reads the identifiers of a text for the matcher as <see cref="Lots.NamedLots"/> does, where there is no store: what a bare number is,
/// the index itself knows.
/// </summary>
internal sealed class NumbersInTips(LotIndex index)
{
    public Named In(string text)
    {
        List<string> numbers = [], bins = [], plans = [];
        List<long> lots = [], announcements = [];
        foreach (var found in Identifiers.FindIn(text))
            switch (found)
            {
                case FoundLot lot:
                    numbers.Add(lot.Number.ToString());
                    break;
                case FoundAnnouncement announcement:
                    announcements.Add(announcement.Number.Id);
                    break;
                case FoundLink { Link: { LotId: { } id, IsUnified: false } }:
                    lots.Add(id);
                    break;
                case FoundLink { Link: { AnnouncementId: { } id, IsUnified: false } }:
                    announcements.Add(id);
                    break;
                case FoundBin bin:
                    bins.Add(bin.Bin.Value);
                    break;
                case FoundNumber bare when Meaning(bare) is { } meaning:
                    if (meaning == NumberMeaning.PlanRoot)
                        plans.Add(Digits(bare.Number));
                    else
                        (meaning == NumberMeaning.LotId ? lots : announcements).Add(bare.Number);
                    break;
            }

        return new Named(numbers, [], lots, announcements, bins, plans);
    }

    /// <summary>What the index knows a bare number as, the likeliest first; null when it does not.</summary>
    private NumberMeaning? Meaning(FoundNumber bare)
    {
        foreach (var meaning in bare.Meanings)
            if (meaning switch
            {
                NumberMeaning.PlanRoot => Knows(Named.Nothing with { PlanNumbers = [Digits(bare.Number)] }),
                NumberMeaning.LotId => Knows(Named.Nothing with { LotIds = [bare.Number] }),
                NumberMeaning.AnnouncementId => Knows(Named.Nothing with { AnnouncementIds = [bare.Number] }),
                _ => false,
            })
                return meaning;
        return null;
    }

    /// <summary>A matcher that is given nothing but a number says whether it is unknown.</summary>
    private bool Knows(Named named) => new Matcher(index, _ => named).Find("", null, 1).Unknown.Count == 0;

    private static string Digits(long number) => number.ToString(CultureInfo.InvariantCulture);
}
