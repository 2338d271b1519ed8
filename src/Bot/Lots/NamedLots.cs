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
        var found = Identifiers.FindIn(text).ToList();
        var known = new Dictionary<long, NumberMeaning?>();
        foreach (var bare in found.OfType<FoundNumber>())
            known[bare.Number] = await Meaning(bare, cancellationToken);
        return Naming.Of(found, bare => known[bare.Number]);
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
