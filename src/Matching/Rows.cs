namespace Matching;

/// <summary>One buyer at one place: who a text can mean.</summary>
internal sealed class Unit
{
    /// <summary>The same however the lots were loaded: decides between equals.</summary>
    public required ulong Key { get; init; }
    public required int[] Terms { get; init; }

    /// <summary>Numbers in the buyer's name: School №12.</summary>
    public required int[] Numbers { get; init; }
    public List<int> Lots { get; } = [];
}

/// <summary>One thing bought, in one wording.</summary>
internal sealed class Item
{
    public required ulong Key { get; init; }
    public required int[] Terms { get; init; }
    public List<int> Lots { get; } = [];
}

/// <summary>What ranking needs of a lot.</summary>
internal readonly record struct Row(
    long Id, int Unit, int Item, double Amount, double UnitPrice, double Count, string Plan, long Published, short Year, bool IsGone);
