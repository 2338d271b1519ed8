namespace Procurement;

/// <summary>One row of a reference table of the portal: methods of purchase, statuses [RefTradeMethods, RefLotsStatus, …].</summary>
public sealed record Reference
{
    /// <summary>The portal's name of the table, for example RefTradeMethods.</summary>
    public required string Table { get; init; }
    public required long Id { get; init; }
    public Bilingual Name { get; init; }

    /// <summary>Symbol used in numbers (ЗЦП, ОК) or the portal's code word.</summary>
    public string? Code { get; init; }
}
