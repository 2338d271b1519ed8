using Microsoft.EntityFrameworkCore;

namespace Bot.Storage;

/// <summary>After a rotation: seals every sealed column of every table anew under the newest key, a page at a time.</summary>
public sealed class Resealing(BotDb db, Seal seal)
{
    private const int Page = 200;    // rows in memory at once; a row may hold a file of 20 MB, most hold a few hundred bytes

    public async Task<int> Run(CancellationToken cancellationToken)
    {
        var changed = 0;
        foreach (var table in db.Model.GetEntityTypes().Where(type => type.GetProperties().Any(IsSealed)))
            changed += await (Task<int>)typeof(Resealing).GetMethod(nameof(Table))!.MakeGenericMethod(table.ClrType)
                .Invoke(this, [cancellationToken])!;
        return changed;
    }

    public async Task<int> Table<TRow>(CancellationToken cancellationToken) where TRow : class
    {
        var type = db.Model.FindEntityType(typeof(TRow))!;
        var key = type.FindPrimaryKey()!.Properties[0].Name;
        var columns = type.GetProperties().Where(IsSealed).ToList();
        var changed = 0;
        for (var skip = 0; ; skip += Page)
        {
            db.ChangeTracker.Clear();
            var rows = await db.Set<TRow>().OrderBy(row => EF.Property<object>(row, key)).Skip(skip).Take(Page).ToListAsync(cancellationToken);
            if (rows.Count == 0)
                return changed;
            foreach (var column in rows.SelectMany(row => columns.Select(column => db.Entry(row).Property(column.Name))))
                if (column.CurrentValue is Sealed old && seal.IsOld(old))
                    column.CurrentValue = seal.Close(seal.OpenBytes(old));
            changed += await db.SaveChangesAsync(cancellationToken);
        }
    }

    private static bool IsSealed(Microsoft.EntityFrameworkCore.Metadata.IProperty column) =>
        (Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType) == typeof(Sealed);
}
