using Procurement;

namespace Risk;

/// <summary>
/// A direct contract has neither lot nor announcement. To be asked the same questions it stands in as a lot: its subject, sum, buyer and
/// method are the contract's, its day of publication is that of the signature.
/// </summary>
public static class DirectLot
{
    /// <summary>True when no subject of the contract names a lot and no announcement led to it.</summary>
    public static bool IsNeeded(Contract contract)
    {
        ArgumentNullException.ThrowIfNull(contract);
        return contract.AnnouncementId is null or 0 && contract.Items.All(item => item.LotId is null or 0);
    }

    /// <summary>The stand-in for a contract as its first version made it.</summary>
    /// <param name="first">The first version. Its id with a minus is the stand-in's, so that it is no lot's.</param>
    /// <returns>Without the buyer's name, which a contract does not tell: whoever knows it adds it, for rural akims' offices have limits of their own.</returns>
    public static Lot Of(Contract first)
    {
        ArgumentNullException.ThrowIfNull(first);
        var alone = first.Items.Count == 1 ? first.Items[0] : null;
        var codes = first.Items.Select(item => item.Enstru).Distinct().ToList();
        return new Lot
        {
            Id = -(first.RootId ?? first.Id),
            Number = first.Number ?? first.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Name = first.Description,
            Details = new(alone?.Details, null),
            BuyerBin = first.BuyerBin,
            Amount = first.Sum,
            Count = alone?.Quantity,
            UnitPrice = alone?.UnitPrice,
            UnitCode = alone?.UnitCode,
            UnitName = alone?.UnitName,
            Enstru = codes.Count == 1 ? codes[0] : null,
            SubjectType = first.SubjectType,
            MethodId = first.MethodId,
            JustificationId = alone?.JustificationId,
            Places = [.. first.Items.SelectMany(item => item.Places).Distinct()],
            Published = ContractChains.DateOf(first),
            PlanItemIds = [.. first.Items.Select(item => item.PlanItemId).OfType<long>().Distinct()],
        };
    }
}
