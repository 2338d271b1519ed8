namespace Procurement;

/// <summary>One identifier found in a text, and where. What it is tells its type: match on the records below.</summary>
/// <param name="At">Where it stands, in UTF-16 characters of the text as given.</param>
public abstract record Found(TextSpan At);

/// <summary>A lot number, 81861406-ЗЦП1. If no lot has it, the purchase may go on under another attempt of the same plan root.</summary>
public sealed record FoundLot(TextSpan At, LotNumber Number) : Found(At);

/// <summary>An announcement number, 17379679-1. Where the register holds no full numbers, look its id up.</summary>
public sealed record FoundAnnouncement(TextSpan At, AnnouncementNumber Number) : Found(At);

/// <summary>A link to a page of the portal.</summary>
public sealed record FoundLink(TextSpan At, PortalLink Link) : Found(At);

/// <summary>A contract's number in the system, 970140002674/260023/00.</summary>
public sealed record FoundContract(TextSpan At, ContractNumber Number) : Found(At);

/// <summary>A business number whose check digit is right. Numbers of private persons are never returned.</summary>
public sealed record FoundBin(TextSpan At, Bin Bin) : Found(At);

/// <summary>A code of goods, works and services, 257113.900.000001.</summary>
public sealed record FoundEnstru(TextSpan At, Enstru Code) : Found(At);

/// <summary>A bare number of 7 to 9 digits.</summary>
/// <param name="Meanings">
/// What it may be, the likeliest first: the word next to it decides, else its size. All four meanings, or the first two of a number
/// that is followed by a method without an attempt (81861406-ЗЦП).
/// </param>
public sealed record FoundNumber(TextSpan At, long Number, IReadOnlyList<NumberMeaning> Meanings) : Found(At);

/// <summary>What a bare number may be the id of.</summary>
public enum NumberMeaning
{
    /// <summary>The first half of a lot number: the root of a plan item [PlnPoint.rootrecordId].</summary>
    PlanRoot,

    /// <summary>A lot's id [Lots.id].</summary>
    LotId,

    /// <summary>An announcement's id [TrdBuy.id].</summary>
    AnnouncementId,

    /// <summary>A contract's id [Contract.id].</summary>
    ContractId,
}
