namespace Procurement.Portal;

/// <summary>Picks the codes of the classifier of territories, KATO, out of what the portal gives as places.</summary>
internal static class PlaceCodes
{
    private const int Length = 9;

    /// <summary>Each nine-digit code once, in the order given; anything else (places abroad, blanks) is left out.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> codes)
    {
        List<string> places = [];
        foreach (var code in codes)
            if (Is(code) && !places.Contains(code))
                places.Add(code);
        return places.Count == 0 ? [] : places;
    }

    public static bool Is(string? code) => code is { Length: Length } && !code.AsSpan().ContainsAnyExceptInRange('0', '9');
}
