using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Procurement;

namespace Bot.Lots;

/// <summary>The tables of this room, and a lot by its id or number.</summary>
public static class LotShelf
{
    extension(RegisterDb db)
    {
        public DbSet<LotRow> Lots => db.Set<LotRow>();
        public DbSet<AnnouncementRow> Announcements => db.Set<AnnouncementRow>();
        public DbSet<BidRow> Bids => db.Set<BidRow>();
        public DbSet<ContractRow> Contracts => db.Set<ContractRow>();
        public DbSet<ContractItemRow> ContractItems => db.Set<ContractItemRow>();
        public DbSet<ActRow> Acts => db.Set<ActRow>();
        public DbSet<PlanRow> PlanItems => db.Set<PlanRow>();
        public DbSet<UnfairRow> UnfairListings => db.Set<UnfairRow>();
        public DbSet<OrganisationRow> Organisations => db.Set<OrganisationRow>();
        public DbSet<PlaceRow> Places => db.Set<PlaceRow>();
        public DbSet<ReferenceRow> References => db.Set<ReferenceRow>();

        public async Task<Lot?> Lot(long id, CancellationToken cancellationToken) =>
            await db.Lots.Where(row => row.Id == id).Select(row => row.Document).SingleOrDefaultAsync(cancellationToken) is { } document
                ? Documents.Read<Lot>(document)
                : null;

        /// <summary>A lot by its number in any spelling, or by the portal's id.</summary>
        public async Task<Lot?> LotNamed(string name, CancellationToken cancellationToken)
        {
            if (LotNumber.TryParse(name, out var number))
                return (await db.Lots.Where(row => row.Plan == number.PlanRoot && row.Number == number.ToString()).Read(cancellationToken)).FirstOrDefault();
            return long.TryParse(name, out var id) ? await db.Lot(id, cancellationToken) : null;
        }
    }

    /// <summary>The documents of a query as lots.</summary>
    public static Task<List<Lot>> Read(this IQueryable<LotRow> rows, CancellationToken cancellationToken) => rows.Read<Lot>(cancellationToken);
}
