using System.Globalization;
using Language;
using Matching;
using Procurement;

namespace Bot.Lots;

/// <summary>What a saved index tells of itself: how far the store was read, and how much it took in since it was built.</summary>
/// <param name="Taken">Lots added one by one since all were read.</param>
internal readonly record struct IndexMark(Position Read, long Taken)
{
    /// <summary>
    /// One in four. Words that go together are learnt when all lots are read, and what is replaced stays in memory: after so many changes
    /// reading all again gives better answers, and takes hardly longer.
    /// </summary>
    private const int OldShare = 4;

    /// <summary>The code that reads lots and cuts words: whatever another one wrote is built anew, also when it would fit.</summary>
    private static readonly string Maker = string.Join('/', new[] { typeof(Documents), typeof(LotIndex), typeof(Stem), typeof(Lot) }
        .Select(type => type.Module.ModuleVersionId.ToString("n")));

    /// <summary>Whether an index of so many lots, with so many more to come, had better be built anew.</summary>
    public bool IsOld(int lots, long more) => Taken + more > lots / OldShare + Few;

    /// <summary>A store as small as this one is read in a moment; no need to hurry.</summary>
    private const int Few = 1000;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Maker} {Read} {Taken}");

    /// <returns>Null when other code wrote it.</returns>
    public static IndexMark? Parse(string text) => text.Split(' ') is [var maker, var read, var taken] && maker == Maker
        ? new(Position.Parse(read), long.Parse(taken, CultureInfo.InvariantCulture))
        : null;
}
