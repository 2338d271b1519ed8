namespace Procurement.Portal;

/// <summary>
/// Who sells: a business number with its names, or nobody. Private persons and foreigners with numbers of another kind are not kept,
/// neither number nor name, and neither is a fault.
/// </summary>
internal static class Supplier
{
    public static string? NumberOf(JsonFields json, string name) =>
        json.Text(name) is { } digits && Bin.IsForBusiness(digits) ? digits : null;

    /// <summary>The first of the names that is there, when the number is a business's.</summary>
    public static Bilingual NameOf(string? number, Bilingual name, Bilingual other = default)
    {
        if (number is null)
            return default;
        return name.IsEmpty ? other : name;
    }
}
