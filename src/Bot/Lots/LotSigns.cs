using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Procurement;
using Risk;

namespace Bot.Lots;

/// <summary>Opens the case file of a lot from the store and lets the risk engine judge it.</summary>
public sealed class LotSigns(RegisterDb db, IDataAge ages)
{
    private const int MostPeers = 2000;    // prices of one code over two years; beyond this the quartiles do not move

    private DataAge? age;

    /// <summary>How old is what the checks see. Looked up once for all that is said in one go.</summary>
    public async Task<DataAge> Age(CancellationToken cancellationToken) => age ??= await ages.Now(cancellationToken);

    /// <summary>The lot that is to be checked.</summary>
    public Task<Lot?> Lot(long id, CancellationToken cancellationToken) => db.Lot(id, cancellationToken);

    public async Task<RiskReport> Check(Lot lot, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        if (!await Lookups.AreThere(db, cancellationToken))    // a first fill goes on: what would be compared is not whole
            return RiskCheck.Run(new CaseFile { Lot = lot, AsOf = asOf });
        var needs = Needs.For(lot, asOf);
        return RiskCheck.Run(new CaseFile
        {
            Lot = lot,
            AsOf = asOf,
            Peers = needs.Enstru is null ? null : await Peers(needs, asOf, cancellationToken),
            BuyerContracts = needs.BuyerBin is null ? null : await Contracts(needs, cancellationToken),
            BuyerLots = needs.BuyerBin is null ? null : await db.Lots
                .Where(row => row.BuyerBin == needs.BuyerBin && row.Published >= needs.BuyerLotsFrom).Read(cancellationToken),
            Attempts = needs.PlanNumber is null ? [] : await db.Lots
                .Where(row => row.Plan == LotTable.PlanOf(needs.PlanNumber) && row.Id != lot.Id).Read(cancellationToken),
        });
    }

    private async Task<List<PricePeer>> Peers(Needs needs, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        var lots = await db.Lots.Where(row => row.Enstru == needs.Enstru && row.Published >= needs.PeersFrom && row.Published <= needs.Until)
            .OrderByDescending(row => row.Published).Take(MostPeers).Read(cancellationToken);
        var items = db.ContractItems;
        var documents = await db.Contracts
            .Where(contract => items.Any(item => item.ContractId == contract.Id && item.Enstru == needs.Enstru))
            .OrderByDescending(contract => contract.Id).Take(MostPeers).Select(contract => contract.Document).ToListAsync(cancellationToken);
        var contracts = documents.Select(Documents.Read<Contract>);
        return [.. PricePeer.FromContracts(contracts, asOf), .. PricePeer.FromLots(lots, asOf)];
    }

    private async Task<List<Contract>> Contracts(Needs needs, CancellationToken cancellationToken) =>
        (await db.Contracts.Where(row => row.BuyerBin == needs.BuyerBin && row.FinancialYear == needs.FinancialYear)
            .Select(row => row.Document).ToListAsync(cancellationToken)).ConvertAll(Documents.Read<Contract>);
}
