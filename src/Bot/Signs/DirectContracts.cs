using Bot.Lots;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Procurement;
using Risk;

namespace Bot.Signs;

/// <summary>Contracts that no lot led to: they are judged, too, each by the lot that stands in for it.</summary>
internal static class DirectContracts
{
    extension(RegisterDb db)
    {
        /// <summary>Ids of the first versions of direct contracts, in order.</summary>
        /// <remarks>Versions are told apart here: a database asked for different ones reads all contracts there are before it gives a page.</remarks>
        /// <param name="after">The last id of the page before.</param>
        /// <param name="most">So many versions at most: fewer contracts, but none only where there are no more.</param>
        /// <param name="every">1 for all, 10 for those whose id is divided by ten.</param>
        public async Task<List<long>> DirectRoots(long after, int most, int every, CancellationToken cancellationToken)
        {
            var items = db.ContractItems;
            var versions = await db.Contracts
                .Where(row => row.RootId > after && row.RootId % every == 0 && (row.AnnouncementId ?? 0) == 0    // not by the look-up of announcements
                    && !items.Any(item => item.ContractId == row.Id && item.LotId > 0))
                .OrderBy(row => row.RootId).Take(most).Select(row => row.RootId!.Value).ToListAsync(cancellationToken);
            return [.. versions.Distinct()];
        }

        /// <summary>A lot by its number or id, else what stands in for a direct contract: by the contract's number in any version, or by its own id.</summary>
        public async Task<Lot?> JudgedNamed(string name, CancellationToken cancellationToken) =>
            await db.LotNamed(name, cancellationToken) is { } lot ? lot
            : long.TryParse(name, out var id) ? await db.Judged(id, cancellationToken)
            : Parts(name) is { } parts ? await db.OfContract(parts.Buyer, parts.Stem, cancellationToken) : null;

        /// <summary>A lot by its id, or the stand-in of a direct contract, whose id is below zero.</summary>
        public async Task<Lot?> Judged(long id, CancellationToken cancellationToken) => id > 0 ? await db.Lot(id, cancellationToken)
            : StandIn(await db.Versions(row => row.RootId == -id, cancellationToken));

        /// <summary>All versions of some contracts, in order of their ids.</summary>
        public Task<List<Contract>> Versions(System.Linq.Expressions.Expression<Func<ContractRow, bool>> which, CancellationToken cancellationToken) =>
            db.Contracts.Where(which).OrderBy(row => row.Id).Read<Contract>(cancellationToken);

        private async Task<Lot?> OfContract(string buyer, string stem, CancellationToken cancellationToken)
        {
            var named = await db.Versions(row => row.BuyerBin == buyer && row.Document.Contains(stem), cancellationToken);
            var chain = named.Where(version => version.Number?.StartsWith(stem, StringComparison.Ordinal) == true)
                .GroupBy(version => version.RootId ?? version.Id).MinBy(versions => versions.Key)?.ToList() ?? [];
            var lot = chain.SelectMany(version => version.Items).Select(item => item.LotId).FirstOrDefault(id => id > 0);
            return lot is { } known ? await db.Lot(known, cancellationToken) : StandIn(chain);
        }
    }

    private static Lot? StandIn(IReadOnlyList<Contract> versions) => versions is [var first, ..] && DirectLot.IsNeeded(first) ? DirectLot.Of(first) : null;

    /// <summary>The buyer and the beginning that all versions share: 970140002674/260023/ of 970140002674/260023/01.</summary>
    private static (string Buyer, string Stem)? Parts(string name) =>
        name.Trim().Split('/') is [{ Length: Bin.Length } buyer, { Length: > 0 } number, ..] && buyer.All(char.IsAsciiDigit)
            ? (buyer, $"{buyer}/{number}/") : null;
}
