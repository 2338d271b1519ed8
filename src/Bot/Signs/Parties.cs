using Bot.Lots;
using Bot.Storage;
using Language;
using Microsoft.EntityFrameworkCore;
using Procurement;

namespace Bot.Signs;

/// <summary>An organisation as it is called.</summary>
public sealed record Party(string Bin, Bilingual Name);

/// <summary>Finds buyers and suppliers by business number or by words of the name.</summary>
public sealed class Parties(RegisterDb db, LotSearch search)
{
    /// <summary>As many as a person compares without losing the first.</summary>
    public const int Most = 5;

    /// <summary>The party of a number; the others find it in whatever the register holds.</summary>
    public async Task<Party?> Numbered(string bin, CancellationToken cancellationToken)
    {
        if (await db.Organisations.Where(row => row.Bin == bin).Select(row => row.Document).SingleOrDefaultAsync(cancellationToken) is { } document)
            return new Party(bin, Documents.Read<Organisation>(document).Name);
        if (await db.Lots.Where(row => row.BuyerBin == bin).OrderByDescending(row => row.Id).Select(row => row.Document).FirstOrDefaultAsync(cancellationToken) is { } lot)
            return new Party(bin, Documents.Read<Lot>(lot).BuyerName);
        return await db.Bids.Where(row => row.SupplierBin == bin).Select(row => row.Document).FirstOrDefaultAsync(cancellationToken) is { } bid
            ? new Party(bin, Documents.Read<Bid>(bid).SupplierName)
            : null;
    }

    /// <summary>Buyers of the lots that the words lead to, the likeliest first.</summary>
    public async Task<IReadOnlyList<Party>> BuyersNamed(string words, CancellationToken cancellationToken)
    {
        var found = await search.Find(words, [], cancellationToken);
        var ofLots = found.Lots.Where(lot => lot.Lot.BuyerBin is not null).Select(lot => new Party(lot.Lot.BuyerBin!, lot.Lot.BuyerName));
        return [.. (await Named(words, cancellationToken)).Concat(ofLots).DistinctBy(party => party.Bin).Take(Most)];
    }

    /// <summary>Organisations whose name holds all the words, however they are spelled; the shortest names first.</summary>
    public async Task<IReadOnlyList<Party>> Named(string words, CancellationToken cancellationToken)
    {
        var wanted = Tokens.Of(words).Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        if (wanted.Count == 0)
            return [];
        List<Party> found = [];
        await foreach (var document in db.Organisations.Select(row => row.Document).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var organisation = Documents.Read<Organisation>(document);
            if (wanted.IsSubsetOf(Tokens.Of($"{organisation.Name.Ru} {organisation.Name.Kz}").Select(word => word.Stem)))
                found.Add(new Party(organisation.Bin, organisation.Name));
        }

        return [.. found.OrderBy(party => party.Name.In("ru").Length).ThenBy(party => party.Bin, StringComparer.Ordinal).Take(Most)];
    }
}
