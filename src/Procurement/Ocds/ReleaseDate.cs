namespace Procurement.Ocds;

/// <summary>The date of a compiled release: the last moment at which anything in it changed.</summary>
internal static class ReleaseDate
{
    public static DateTimeOffset? Of(Procedure procedure) => Changes(procedure).Max() ?? Events(procedure).Max();

    private static IEnumerable<DateTimeOffset?> Changes(Procedure procedure) =>
        procedure.Lots.Select(lot => lot.Updated).Concat(procedure.Contracts.Select(contract => contract.Updated))
            .Append(procedure.Announcement?.Updated);

    /// <summary>Where no source says when it changed: the last thing that certainly has happened.</summary>
    private static IEnumerable<DateTimeOffset?> Events(Procedure procedure) =>
        procedure.Lots.SelectMany(lot => new[] { lot.Published, lot.ResultsPublished })
            .Concat(procedure.Contracts.SelectMany(contract => new[] { contract.Created, contract.SignedAt }))
            .Concat(procedure.Bids.Select(bid => bid.HandedIn))
            .Concat([procedure.Announcement?.Published, procedure.Announcement?.ResultsPublished]);
}
