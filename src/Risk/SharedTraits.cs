using Procurement;
using Risk.Populations;

namespace Risk;

/// <summary>What two organisations have in common that few others have; the values themselves are digests and are never shown.</summary>
/// <param name="Frequencies">For each kind how many organisations have the rarest value in common.</param>
internal sealed record SharedTraits(string One, string Other, IReadOnlyDictionary<TraitKind, int> Frequencies)
{
    private const int MostCommon = 5;    // more organisations share the address of an accountant or a business centre
    private const int Fewest = 2;

    private static readonly TraitKind[] Kinds =
        [TraitKind.Head, TraitKind.BankAccount, TraitKind.Email, TraitKind.Phone, TraitKind.Address, TraitKind.BidWriter];

    /// <summary>A value that few have weighs more: 0.63 for two organisations, 0.39 for five.</summary>
    public double Weight => Frequencies.Values.Sum(frequency => 1 / Math.Log2(1 + frequency));

    /// <summary>What is known of an organisation, from the register and from its own bids.</summary>
    public static IReadOnlySet<Trait> Of(CaseFile file, string bin, IEnumerable<Bid> bids) =>
        (file.Organisations?.GetValueOrDefault(bin)?.Traits ?? [])
            .Concat(file.Population?.TraitsOf(Numbers.Bin(bin)) ?? [])
            .Concat(bids.Where(bid => bid.SupplierBin == bin).SelectMany(bid => bid.Traits))
            .Where(trait => Kinds.Contains(trait.Kind))
            .ToHashSet();

    /// <summary>Values that more than <paramref name="mostCommon"/> organisations have (mass addresses, agents) are left out.</summary>
    public static SharedTraits Between(
        Population population, int mostCommon, (string Bin, IReadOnlySet<Trait> Traits) one, (string Bin, IReadOnlySet<Trait> Traits) other)
    {
        var shared = one.Traits.Where(other.Traits.Contains)
            .Select(trait => (trait.Kind, Frequency: Math.Max(2, population.FrequencyOf(trait))))
            .Where(trait => trait.Frequency <= mostCommon)
            .GroupBy(trait => trait.Kind)
            .OrderBy(kind => kind.Key);

        return new SharedTraits(one.Bin, other.Bin, shared.ToDictionary(kind => kind.Key, kind => kind.Min(trait => trait.Frequency)));
    }

    /// <summary>The strongest tie between two suppliers by what the population knows of both.</summary>
    public static FirmLink LinkBetween(Population population, long one, long other)
    {
        if (one == other)
            return FirmLink.SameFirm;
        if (AreOneHouse(population.Firm(one)?.Parent ?? 0, population.Firm(other)?.Parent ?? 0, one, other))
            return FirmLink.SameHouse;

        var rare = Between(population, MostCommon, (Numbers.Bin(one), Of(population, one)), (Numbers.Bin(other), Of(population, other))).Frequencies;

        return rare.ContainsKey(TraitKind.Head) ? FirmLink.SameHead
            : rare.ContainsKey(TraitKind.BankAccount) ? FirmLink.SameAccount
            : rare.Count >= Fewest ? FirmLink.TwoRareTraits : FirmLink.None;
    }

    private static HashSet<Trait> Of(Population population, long firm) =>
        [.. population.TraitsOf(firm).Where(trait => Kinds.Contains(trait.Kind))];

    /// <summary>One is a branch of the other, or both are of a third.</summary>
    public static bool AreOneHouse(CaseFile file, string one, string other) =>
        AreOneHouse(HeadOf(file, one), HeadOf(file, other), Numbers.Bin(one), Numbers.Bin(other));

    private static bool AreOneHouse(long head, long otherHead, long one, long other) =>
        head == other || otherHead == one || (head != 0 && head == otherHead);

    private static long HeadOf(CaseFile file, string bin) =>
        Numbers.Bin(file.Organisations?.GetValueOrDefault(bin)?.ParentBin) is not 0 and var known ? known
        : file.Population?.Firm(Numbers.Bin(bin))?.Parent ?? 0;
}
