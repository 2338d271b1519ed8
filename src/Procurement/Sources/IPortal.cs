namespace Procurement;

/// <summary>
/// One source of the register: the portal's GraphQL or REST service, the new platform's public JSON, or several of them in order.
/// Faults are <see cref="PortalException"/>; bad rows are not faults, they come as refused <see cref="Reading"/>s.
/// </summary>
public interface IPortal
{
    /// <summary>For logs and the doctor: "ows-graphql", "ows-rest", "zakup".</summary>
    string Name { get; }

    /// <summary>Which feeds this source can page through.</summary>
    bool Has(Feed feed);

    /// <summary>
    /// One page of a feed. Rows come with the newest id first where the source has ids; follow <see cref="PortalPage.Next"/> until it is
    /// null. Rows may repeat across pages.
    /// </summary>
    /// <exception cref="PortalException">The source did not give the page.</exception>
    /// <exception cref="NotSupportedException">The source does not have the feed.</exception>
    Task<PortalPage> Page(PortalQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// Objects by the number that a person cited: the lot (with its announcement), the announcement's lots, or the contract.
    /// Empty when the source knows no such object.
    /// </summary>
    /// <exception cref="PortalException">The source did not answer.</exception>
    Task<IReadOnlyList<Reading>> Find(Wanted wanted, CancellationToken cancellationToken);
}

/// <summary>The streams that the register is made of, each with a position of its own.</summary>
public enum Feed
{
    Lots, Announcements, Bids, Contracts, Acts, Plans, Organisations, Unfair, Journal, References,
}

/// <summary>What is asked of a feed.</summary>
public sealed record PortalQuery(Feed Feed)
{
    /// <summary>Changed at the portal at or after, and at or before; null is open. The journal counts in whole days.</summary>
    public DateTimeOffset? From { get; init; }
    public DateTimeOffset? To { get; init; }

    /// <summary>Where to go on: <see cref="PortalPage.Next"/> of the page before; null begins with the newest.</summary>
    public string? After { get; init; }

    /// <summary>Bids: of these announcements. The portal takes one at a time.</summary>
    public long? AnnouncementId { get; init; }

    /// <summary>Plans: of this year. References: the table's name, for example RefTradeMethods.</summary>
    public int? Year { get; init; }
    public string? Table { get; init; }
}

/// <summary>One page: its rows, where the next begins (null: this was the last), how many the source says there are.</summary>
public sealed record PortalPage(IReadOnlyList<Reading> Rows, string? Next, long? Total = null)
{
    /// <summary>Id of the last row by the portal's own order: falls strictly from page to page, or something is wrong. Null where a source has none.</summary>
    public long? Smallest { get; init; }

    /// <summary>Name of the source that gave the page, where several may.</summary>
    public string? Source { get; init; }

    /// <summary>The source that is chosen first for this feed did not answer, and this one stands in for it.</summary>
    public bool IsStandIn { get; init; }
}

/// <summary>A number that a person cited. Exactly one is set.</summary>
public sealed record Wanted
{
    public string? LotNumber { get; init; }
    public long? LotId { get; init; }
    public long? AnnouncementId { get; init; }
    public string? AnnouncementNumber { get; init; }
    public string? ContractNumber { get; init; }
    public long? ContractId { get; init; }
    public string? Bin { get; init; }

    /// <summary>The number as it was cited, for people.</summary>
    public override string ToString() => LotNumber ?? AnnouncementNumber ?? ContractNumber ?? Bin
        ?? (LotId ?? AnnouncementId ?? ContractId)?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
