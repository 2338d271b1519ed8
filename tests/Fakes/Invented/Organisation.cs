namespace Fakes.Invented;

/// <summary>An invented buyer or supplier.</summary>
internal sealed class Organisation
{
    public const string MarkRu = " (вымышлено)", MarkKz = " (ойдан шығарылған)";

    public required long Pid { get; init; }
    public required string Biin { get; init; }
    public required Place Place { get; init; }
    public required string Ru { get; init; }

    /// <summary>Kazakh, or the Russian again, or nothing: as the portal's own.</summary>
    public required string? Kz { get; init; }
    public required DateOnly Registered { get; init; }

    /// <summary>s school, k kindergarten, h hospital, a office of an akim, u utility; f a firm, p a sole proprietor.</summary>
    public required char Kind { get; init; }

    /// <summary>Which firm's head this firm has in common; its own pid otherwise. Heads have invented names made of the number.</summary>
    public long HeadOf { get; set; }
    public bool IsVatPayer { get; init; }
    public bool IsPerson => Kind == 'p';
    public bool IsBuyer => Kind is not 'f' and not 'p';

    /// <summary>How many contracts it has been given a number for, by year: the serial in their numbers.</summary>
    public int Contracts { get; set; }
}
