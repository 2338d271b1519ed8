using Procurement;

namespace Bot.Lots;

/// <summary>
/// Records that are read by the million, member by member in the order in which the serializer writes them: that of their properties. A
/// property that is missing here only makes its documents slow to read, which a test of every property tells.
/// </summary>
internal static class QuickReading
{
    private static readonly Dictionary<Type, Delegate> Known = new()
    {
        [typeof(Announcement)] = new FieldReader.One<Announcement>(PurchaseFields.Announcement),
        [typeof(Bid)] = new FieldReader.One<Bid>(PurchaseFields.Bid),
        [typeof(Contract)] = new FieldReader.One<Contract>(ContractFields.Contract),
        [typeof(Act)] = new FieldReader.One<Act>(ContractFields.Act),
        [typeof(PlanItem)] = new FieldReader.One<PlanItem>(PurchaseFields.PlanItem),
        [typeof(Organisation)] = new FieldReader.One<Organisation>(PurchaseFields.Organisation),
    };

    /// <summary>Null for what the serializer has to read.</summary>
    public static T? Read<T>(ReadOnlySpan<byte> document)
        where T : class
    {
        if (Of<T>.Own is not { } own)
            return null;
        var fields = new FieldReader(document);
        var record = own(ref fields);
        fields.End();
        return fields.IsWhole ? record : null;
    }

    private static class Of<T>
    {
        public static readonly FieldReader.One<T>? Own = Known.GetValueOrDefault(typeof(T)) as FieldReader.One<T>;
    }
}
