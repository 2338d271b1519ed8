using Language;

namespace Matching;

/// <summary>One word (or phrase) of a text with the index terms that it may mean.</summary>
internal sealed class QueryTerm
{
    public required string Written { get; init; }

    /// <summary>It names a place: evidence of another kind.</summary>
    public required bool IsPlace { get; init; }

    /// <summary>It names a thing that is bought, or a kind of buyer, in everyday words.</summary>
    public required bool IsThing { get; init; }
    public required bool IsBuyer { get; init; }
    public required Dictionary<int, float> Meanings { get; init; }
}

/// <summary>A number that the text gives an organisation: "№12", "сто второй", "42-я школа".</summary>
internal sealed record OrganisationNumber(int Value, string Written);

/// <summary>A text, read for matching.</summary>
internal sealed class Query
{
    public required IReadOnlyList<QueryTerm> Terms { get; init; }
    public required IReadOnlyList<OrganisationNumber> Numbers { get; init; }
    public required IReadOnlyList<Mention> Mentions { get; init; }

    /// <summary>Rows of digits that may be the beginning of a lot number.</summary>
    public required IReadOnlyList<string> Pieces { get; init; }
    public required int? Year { get; init; }
}
