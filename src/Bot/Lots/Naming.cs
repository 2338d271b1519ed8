using System.Globalization;
using Matching;
using Procurement;

namespace Bot.Lots;

/// <summary>Puts the identifiers of a text in the order in which the matcher takes them.</summary>
internal static class Naming
{
    /// <param name="found">What stands in the text.</param>
    /// <param name="meaning">What a bare number is; null when nobody knows it.</param>
    public static Named Of(IEnumerable<Found> found, Func<FoundNumber, NumberMeaning?> meaning)
    {
        List<string> numbers = [], bins = [], plans = [];
        List<long> lots = [], announcements = [];
        foreach (var one in found)
            switch (one)
            {
                case Procurement.FoundLot lot:
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
                case FoundNumber bare when meaning(bare) is { } known:
                    if (known == NumberMeaning.PlanRoot)
                        plans.Add(bare.Number.ToString(CultureInfo.InvariantCulture));
                    else
                        (known == NumberMeaning.LotId ? lots : announcements).Add(bare.Number);
                    break;
            }

        return new Named(numbers, [], lots, announcements, bins, plans);
    }
}
