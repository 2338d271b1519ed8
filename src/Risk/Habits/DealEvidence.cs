using System.Globalization;
using Risk.Populations;

namespace Risk.Habits;

/// <summary>Contracts of the population as evidence: by the portal's id, with their page.</summary>
internal static class DealEvidence
{
    public static EvidenceItem Shows(this DealFact deal, string field, decimal value) =>
        new("contract", deal.Id.ToString(CultureInfo.InvariantCulture), Links.Contract(deal.Id), field, value.ToString(CultureInfo.InvariantCulture));
}
