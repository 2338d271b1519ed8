using Procurement;
using Risk.Populations;

namespace Risk;

/// <summary>What ties two suppliers to each other; what they have in common is a digest and is never shown.</summary>
internal enum FirmLink { None, TwoRareTraits, SameAccount, SameHead, SameHouse, SameFirm }

/// <summary>Looks for ties by the traits that the register keeps of both.</summary>
internal static class FirmLinks
{
    private const int MostCommon = 5;    // more organisations share the address of an accountant or a business centre
    private const int Fewest = 2;

    /// <summary>The strongest tie.</summary>
    public static FirmLink Between(Population population, long one, long other)
    {
        if (one == other)
            return FirmLink.SameFirm;
        if (IsPartOf(population, one, other) || IsPartOf(population, other, one))
            return FirmLink.SameHouse;

        var rare = population.TraitsOf(one).Intersect(population.TraitsOf(other))
            .Where(trait => population.FrequencyOf(trait) <= MostCommon && trait.Kind is not TraitKind.FullName)
            .Select(trait => trait.Kind).ToHashSet();

        return rare.Contains(TraitKind.Head) ? FirmLink.SameHead
            : rare.Contains(TraitKind.BankAccount) ? FirmLink.SameAccount
            : rare.Count >= Fewest ? FirmLink.TwoRareTraits : FirmLink.None;
    }

    private static bool IsPartOf(Population population, long one, long other) =>
        population.Firm(one) is { Parent: not 0 and var parent } && parent == other;
}
