using Risk.Populations;

namespace Risk;

/// <summary>Where nobody else could have come: the supplier is a monopoly, or the ground of the purchase names who supplies.</summary>
internal static class LawfulSource
{
    public static bool Is(CaseFile file, Catalogue catalogue, string? supplier) =>
        IsMonopoly(file, supplier) || NamesSupplier(file, catalogue, file.Lot.JustificationId);

    /// <summary>The register calls it a monopoly, by law or by nature.</summary>
    public static bool IsMonopoly(CaseFile file, string? supplier) =>
        supplier is not null
        && (file.Organisations?.GetValueOrDefault(supplier)?.IsMonopoly == true
            || file.Population?.Firm(Numbers.Bin(supplier))?.IsMonopoly == true);

    /// <summary>The ground, as the portal numbers it, is one of those that expect no competition.</summary>
    public static bool NamesSupplier(CaseFile file, Catalogue catalogue, int? ground) =>
        ground is { } id && catalogue.Grounds.Of(file.Grounds.GetValueOrDefault(id))?.Is(GroundTrait.LawfulList) == true;
}
