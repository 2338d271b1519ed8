using Procurement;
using Risk.Populations;

namespace Risk;

/// <summary>What two organisations have in common that few others have; the values themselves are digests and are never shown.</summary>
/// <param name="Frequencies">For each kind how many organisations have the rarest value in common.</param>
internal sealed record SharedTraits(string One, string Other, IReadOnlyDictionary<TraitKind, int> Frequencies)
{
    private const int MostCommon = 5;    // more organisations share the address of an accountant or a business centre
    private const int Fewest = 2;

    /// <summary>A value that few have weighs more: 0.63 for two organisations, 0.39 for five.</summary>
    public double Weight => Frequencies.Values.Sum(frequency => 1 / Math.Log2(1 + frequency));

    /// <summary>What is known of an organisation, from the register and from its own bids; each trait once.</summary>
    public static IReadOnlyList<Trait> Of(CaseFile file, string bin, IReadOnlyList<Bid> bids)
    {
        var known = file.Population is { } population ? Of(population, Numbers.Bin(bin)) : [];
        Add(known, file.Organisations?.GetValueOrDefault(bin)?.Traits ?? []);
        foreach (var bid in bids)
            if (bid.SupplierBin == bin)
                Add(known, bid.Traits);
        return known;
    }

    /// <summary>Values that more than <paramref name="mostCommon"/> organisations have (mass addresses, agents) are left out.</summary>
    public static SharedTraits Between(
        Population population, int mostCommon, (string Bin, IReadOnlyList<Trait> Traits) one, (string Bin, IReadOnlyList<Trait> Traits) other)
    {
        var shared = Common(one.Traits, other.Traits)
            .Select(trait => (trait.Kind, Frequency: Math.Max(2, population.FrequencyOf(trait))))
            .Where(trait => trait.Frequency <= mostCommon)
            .GroupBy(trait => trait.Kind)
            .OrderBy(kind => kind.Key);

        return new SharedTraits(one.Bin, other.Bin, shared.ToDictionary(kind => kind.Key, kind => kind.Min(trait => trait.Frequency)));
    }

    /// <summary>Some dozen traits at most: comparing them one by one is quicker than hashing them.</summary>
    public static IReadOnlyList<Trait> Common(IReadOnlyList<Trait> one, IReadOnlyList<Trait> other)
    {
        List<Trait>? common = null;
        for (var place = 0; place < one.Count; place++)
            if (other.Contains(one[place]))
                (common ??= []).Add(one[place]);
        return common ?? [];
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

    private static List<Trait> Of(Population population, long firm)
    {
        var known = new List<Trait>();
        foreach (ref readonly var row in population.TraitRowsOf(firm))
            Add(known, row.Trait);
        return known;
    }

    private static void Add(List<Trait> known, IReadOnlyList<Trait> traits)
    {
        for (var place = 0; place < traits.Count; place++)
            Add(known, traits[place]);
    }

    private static void Add(List<Trait> known, Trait trait)
    {
        if (trait.Kind is TraitKind.Head or TraitKind.BankAccount or TraitKind.Email or TraitKind.Phone or TraitKind.Address or TraitKind.BidWriter
            && !known.Contains(trait))
            known.Add(trait);
    }

    /// <summary>One is a branch of the other, or both are of a third.</summary>
    public static bool AreOneHouse(CaseFile file, string one, string other) =>
        AreOneHouse(HeadOf(file, one), HeadOf(file, other), Numbers.Bin(one), Numbers.Bin(other));

    private static bool AreOneHouse(long head, long otherHead, long one, long other) =>
        head == other || otherHead == one || (head != 0 && head == otherHead);

    private static long HeadOf(CaseFile file, string bin) =>
        Numbers.Bin(file.Organisations?.GetValueOrDefault(bin)?.ParentBin) is not 0 and var known ? known
        : file.Population?.Firm(Numbers.Bin(bin))?.Parent ?? 0;
}
