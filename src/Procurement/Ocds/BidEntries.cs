using System.Globalization;
using Procurement.Portal;

namespace Procurement.Ocds;

/// <summary>Puts the entries of a release's bids together again: "72141138-42667205" is what bid 72141138 offers for one lot.</summary>
internal static class BidEntries
{
    public static IEnumerable<Bid> Read(JsonFields release, ReleaseShape parties, long? announcement)
    {
        var won = release.Objects("awards").Where(award => award.Text("status") is "active")
            .SelectMany(award => Winners(award, parties)).ToHashSet();
        return release.Object("bids").Objects("details").GroupBy(Id).Select(entries =>
        {
            var first = entries.First();
            var tenderer = first.Objects("tenderers").FirstOrDefault();
            var bin = parties.BinOf(tenderer);
            return new Bid
            {
                Id = entries.Key,
                AnnouncementId = announcement ?? first.Refuse<long>("relatedLots", "belong to no announcement"),
                SupplierBin = bin,
                SupplierName = Supplier.NameOf(bin, parties.NameOf(tenderer)),
                HandedIn = IsoMoment.Of(first, "date"),
                Lots = [.. entries.SelectMany(entry => entry.Texts("relatedLots")
                    .Select(lot => Offer(entry, lot, bin is not null && won.Contains((bin, lot)))))],
            };
        });
    }

    private static IEnumerable<(string Bin, string Lot)> Winners(JsonFields award, ReleaseShape parties) =>
        from supplier in award.Objects("suppliers")
        let bin = parties.BinOf(supplier)
        where bin is not null
        from lot in award.Texts("relatedLots")
        select (bin, lot);

    private static BidLot Offer(JsonFields entry, string lot, bool hasWon) => new()
    {
        LotId = Number(lot) ?? entry.Refuse<long>("relatedLots", "are not numbers of the portal"),
        Amount = entry.Money("value"),
        StatusName = hasWon ? Codes.Winner : Codes.StatusName(entry.Text("status")),
    };

    private static long Id(JsonFields entry) =>
        Number(entry.Text("id")?.Split('-')[0]) ?? entry.Refuse<long>("id", "is not a number of the portal");

    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
