namespace Risk.Ocds;

/// <summary>Where a text stands: in the block, or among the texts freed of escapes.</summary>
internal readonly record struct Piece(int At, int Length, bool IsEscaped = false)
{
    public static Piece None => new(-1, 0);

    /// <summary>There is a text, maybe an empty one.</summary>
    public bool IsText => At >= 0;
}

/// <summary>Organisations of a bid or an award.</summary>
/// <param name="First">Place of the first in <see cref="Release.Organisations"/>.</param>
/// <param name="Count">How many have an id.</param>
/// <param name="Elements">How many the array has; −1: there is no array.</param>
internal readonly record struct Run(int First, int Count, int Elements)
{
    public static Run None => new(0, 0, -1);
}
