namespace Benchmarks.Schemes;

/// <summary>What is judged: a lot, or a contract that came about without one (by the id of its first version).</summary>
internal readonly record struct Subject(SubjectKind Kind, long Id)
{
    public static Subject Lot(long id) => new(SubjectKind.Lot, id);

    public static Subject Contract(long rootId) => new(SubjectKind.Contract, rootId);
}

/// <summary>Direct contracts have neither lot nor announcement.</summary>
internal enum SubjectKind { Lot, Contract }
