using System.Runtime.CompilerServices;

namespace Risk.Populations;

/// <summary>
/// A number for how the rows lie in memory: a file of rows can only be read by a build in which every row has the same fields of the
/// same types in the same order.
/// </summary>
internal static class Layout
{
    public static long Digest { get; } = Words.DigestOf(string.Join(
        '|', BitConverter.IsLittleEndian, Of<LotFact>(), Of<BidFact>(), Of<DealFact>(), Of<ItemFact>(), Of<ActFact>(), Of<TraitFact>(), Of<FirmFact>()));

    private static string Of<T>() => $"{typeof(T).Name} {Unsafe.SizeOf<T>()} " + string.Join(
        ' ',
        typeof(T).GetFields(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Public)
            .Select(field => $"{field.Name} {field.FieldType.Name}"));
}
