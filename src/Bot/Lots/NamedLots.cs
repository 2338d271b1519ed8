using Bot.Storage;
using Matching;
using Microsoft.EntityFrameworkCore;
using Procurement;

namespace Bot.Lots;

/// <summary>Reads the identifiers of a text for the matcher. A bare number counts as what the store knows it as, likeliest meaning first.</summary>
public sealed class NamedLots(RegisterDb db)
{
    public async Task<Named> In(string text, CancellationToken cancellationToken)
    {
        List<string> numbers = [], bins = [], plans = [];
        List<long> lots = [], announcements = [];
        foreach (var found in Identifiers.FindIn(text))
            switch (found)
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
                case FoundNumber bare when await Meaning(bare, cancellationToken) is { } meaning:
                    (meaning == NumberMeaning.LotId ? lots : announcements).AddRange(meaning == NumberMeaning.PlanRoot ? [] : [bare.Number]);
                    plans.AddRange(meaning == NumberMeaning.PlanRoot ? [bare.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)] : []);
                    break;
            }

        return new Named(numbers, [], lots, announcements, bins, plans);
    }

    /// <summary>What the store knows a bare number as; null when it does not.</summary>
    internal async Task<NumberMeaning?> Meaning(FoundNumber bare, CancellationToken cancellationToken)
    {
        foreach (var meaning in bare.Meanings)
            if (meaning switch
            {
                NumberMeaning.PlanRoot => await db.Lots.AnyAsync(row => row.Plan == bare.Number, cancellationToken),
                NumberMeaning.LotId => await db.Lots.AnyAsync(row => row.Id == bare.Number, cancellationToken),
                NumberMeaning.AnnouncementId => await db.Lots.AnyAsync(row => row.AnnouncementId == bare.Number, cancellationToken),
                _ => false,
            })
                return meaning;
        return null;
    }
}
