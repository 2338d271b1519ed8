using Bot.Lots;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Procurement;

namespace Bot.Signs;

/// <summary>The portal's words for grounds and reasons that contracts name by number only.</summary>
internal sealed class GroundNames
{
    private const string OfMethods = "RefJustification", OfAmendments = "RefAmendmAgreemJustif", OfEndings = "RefContractCancel";

    private static readonly string[] Tables = [OfMethods, OfAmendments, OfEndings];

    private GroundNames(IReadOnlyList<Reference> rows) =>
        (Methods, Amendments, Endings) = (Names(rows, OfMethods), Names(rows, OfAmendments), Names(rows, OfEndings));

    public IReadOnlyDictionary<int, string> Methods { get; }
    public IReadOnlyDictionary<int, string> Amendments { get; }
    public IReadOnlyDictionary<int, string> Endings { get; }

    public static async Task<GroundNames> Read(RegisterDb db, CancellationToken cancellationToken) => new(
        (await db.References.Where(row => Tables.Contains(row.Table)).Select(row => row.Document).ToListAsync(cancellationToken)).ConvertAll(Documents.Read<Reference>));

    private static Dictionary<int, string> Names(IReadOnlyList<Reference> rows, string table) => rows
        .Where(row => row.Table == table && row.Name.Ru is not null && row.Id is > 0 and <= int.MaxValue)
        .ToDictionary(row => (int)row.Id, row => row.Name.Ru!);
}
