using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Procurement;

namespace Bot.Lots;

/// <summary>The numbers of a text that name a lot or an announcement which the store does not hold, as the portal is asked for them.</summary>
public sealed class LackingNumbers(RegisterDb db, NamedLots named)
{
    /// <summary>Without a word that says so, a number is an id only if it is long enough and not round: sums of money are round.</summary>
    private const long FirstId = 10_000_000, Round = 1000;

    /// <summary>A longer place in the text is a link to a page that we cannot read, and the number somebody else's.</summary>
    private const int IdDigits = 9;

    public async Task<IReadOnlyList<Wanted>> In(string text, CancellationToken cancellationToken)
    {
        List<Wanted> lacking = [];
        foreach (var found in Identifiers.FindIn(text))
            if (Wanted(found) is { } wanted && !await IsKnown(wanted, cancellationToken)
                && !(found is FoundNumber bare && await named.Meaning(bare, cancellationToken) is not null))
                lacking.Add(wanted);
        return lacking;
    }

    /// <summary>Links to the unified platform carry ids of its own, by which nothing can be asked for.</summary>
    private static Wanted? Wanted(Found found) => found switch
    {
        Procurement.FoundLot lot => new Wanted { LotNumber = lot.Number.ToString() },
        FoundAnnouncement announcement => new Wanted { AnnouncementNumber = announcement.Number.ToString() },
        FoundLink { Link: { LotId: { } id, IsUnified: false } } => new Wanted { LotId = id },
        FoundLink { Link: { AnnouncementId: { } id, IsUnified: false } } => new Wanted { AnnouncementId = id },
        FoundNumber { Number: >= FirstId, At.Length: <= IdDigits } bare when bare.Number % Round != 0 => bare.Meanings[0] switch
        {
            NumberMeaning.LotId => new Wanted { LotId = bare.Number },
            NumberMeaning.AnnouncementId => new Wanted { AnnouncementId = bare.Number },
            _ => null,
        },
        _ => null,
    };

    private async Task<bool> IsKnown(Wanted wanted, CancellationToken cancellationToken) => wanted switch
    {
        { LotNumber: { } number } => await db.LotNamed(number, cancellationToken) is not null,
        { LotId: { } id } => await db.Lots.AnyAsync(row => row.Id == id, cancellationToken),
        { AnnouncementId: { } id } => await HasLotsOf(id, cancellationToken),
        { AnnouncementNumber: { } text } => AnnouncementNumber.TryParse(text, out var number) && await HasLotsOf(number.Id, cancellationToken),
        _ => true,
    };

    private Task<bool> HasLotsOf(long announcement, CancellationToken cancellationToken) =>
        db.Lots.AnyAsync(row => row.AnnouncementId == announcement, cancellationToken);
}
