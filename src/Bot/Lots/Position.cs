using System.Globalization;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Lots;

/// <summary>
/// How far somebody has read the lots in the order in which they came and changed. Writings follow one another, so nothing comes before
/// it later.
/// </summary>
public readonly record struct Position(long Changed, long Id)
{
    public static async Task<Position> Last(RegisterDb db, CancellationToken cancellationToken) => await Lookups.AreThere(db, cancellationToken)
        ? await db.Lots.OrderByDescending(row => row.Changed).ThenByDescending(row => row.Id)
            .Select(row => new Position(row.Changed, row.Id)).FirstOrDefaultAsync(cancellationToken)
        : default;

    public IQueryable<LotRow> After(IQueryable<LotRow> lots)
    {
        var (changed, id) = this;
        return lots.Where(row => row.Changed >= changed && (row.Changed > changed || row.Id > id)).OrderBy(row => row.Changed).ThenBy(row => row.Id);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Changed}:{Id}");

    public static Position Parse(string? text) => text?.Split(':') is [var changed, var id]
        ? new(long.Parse(changed, CultureInfo.InvariantCulture), long.Parse(id, CultureInfo.InvariantCulture))
        : default;
}
