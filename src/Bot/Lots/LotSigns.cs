using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Procurement;
using Risk;

namespace Bot.Lots;

/// <summary>Opens the case file of a lot from the store and lets the risk engine judge it.</summary>
public sealed class LotSigns(RegisterDb db, IDataAge ages)
{
    private DataAge? age;

    /// <summary>How old is what the checks see. Looked up once for all that is said in one go.</summary>
    public async Task<DataAge> Age(CancellationToken cancellationToken) => age ??= await ages.Now(cancellationToken);

    /// <summary>The lot that is to be checked.</summary>
    public Task<Lot?> Lot(long id, CancellationToken cancellationToken) => db.Lot(id, cancellationToken);

    public async Task<RiskReport> Check(Lot lot, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        if (!await Lookups.AreThere(db, cancellationToken))    // a first fill goes on: what would be compared is not whole
            return RiskCheck.Run(new CaseFile { Lot = lot, AsOf = asOf });
        var needs = Needs.For(lot);
        return RiskCheck.Run(new CaseFile
        {
            Lot = lot,
            AsOf = asOf,
            Attempts = needs.PlanNumber is null ? [] : await db.Lots
                .Where(row => row.Plan == LotTable.PlanOf(needs.PlanNumber) && row.Id != lot.Id).Read(cancellationToken),
        });
    }
}
