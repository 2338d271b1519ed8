using Bot.Lots;
using Bot.Storage;
using Procurement;
using Risk;

namespace Bot.Signs;

/// <summary>Opens the case file of a lot from the store and lets the risk engine judge it.</summary>
public sealed class LotSigns(RegisterDb db, CaseFiles files, Market market, IDataAge ages)
{
    private DataAge? age;

    /// <summary>How old is what the checks see. Looked up once for all that is said in one go.</summary>
    public async Task<DataAge> Age(CancellationToken cancellationToken) => age ??= await ages.Now(cancellationToken);

    /// <summary>The lot that is to be checked, or what stands in for a direct contract.</summary>
    public Task<Lot?> Lot(long id, CancellationToken cancellationToken) => db.Judged(id, cancellationToken);

    public async Task<RiskReport> Check(Lot lot, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        if (!await Lookups.AreThere(db, cancellationToken))    // a first fill goes on: what would be compared is not whole
            return market.Judge(new CaseFile { Lot = lot, AsOf = asOf });
        var moment = market.Now is { } known && known.AsOf > asOf ? known.AsOf : asOf;    // what was learnt since then is told, too
        return market.Judge(await files.Of(lot, moment, market.Now, cancellationToken));
    }
}
