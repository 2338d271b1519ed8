using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Risk.Ocds;

/// <summary>Whom an indicator speaks of; the answer has them in this order.</summary>
internal enum Group
{
    Ocid,
    Buyer,
    ProcuringEntity,
    Tenderer,
}

/// <summary>Codes of the guide of the Open Contracting Partnership.</summary>
internal enum Code
{
    R003,
    R018,
    R024,
    R025,
    R028,
    R030,
    R035,
    R036,
    R038,
    R048,
    R058,
}

/// <summary>What fired: a value for a name of a group under a code. Of several lines the last one counts.</summary>
internal sealed class Marks
{
    private const int CodeBits = 4, GroupBits = 2;

    private readonly Dictionary<long, (double Value, long Line)> marks = [];

    /// <summary>Line of what is known only when all lines are read.</summary>
    public const long AtTheEnd = long.MaxValue;

    public void Set(Group group, int name, Code code, double value, long line)
    {
        var key = ((((long)name << GroupBits) | (long)group) << CodeBits) | (long)code;
        ref var mark = ref CollectionsMarshal.GetValueRefOrAddDefault(marks, key, out _);
        if (line >= mark.Line)
            mark = (value, line);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]    // entered once
    public void Absorb(Marks other, int[] ocids, int[] names)
    {
        marks.EnsureCapacity(marks.Count + other.marks.Count);
        foreach (var (key, (value, line)) in other.marks)
        {
            var (group, name, code) = Parts(key);
            Set(group, (group == Group.Ocid ? ocids : names)[name], code, value, line);
        }
    }

    /// <summary>What fired in a group: by the bytes of the names, then by code.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]    // entered once
    public Mark[] Of(Group group, Names names)
    {
        List<Mark> all = [];
        foreach (var (key, (value, _)) in marks)
            if (Parts(key) is var parts && parts.Group == group)
                all.Add(new Mark(parts.Name, parts.Code, value));
        var found = CollectionsMarshal.AsSpan(all);
        var common = InCommon(found, names);
        foreach (ref var mark in found)
            mark = mark with { Start = Start(names[mark.Name][common..]) };
        found.Sort((one, other) => Compare(one, other, names));
        return [.. found];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Compare(in Mark one, in Mark other, Names names) =>
        one.Name == other.Name ? one.Code - other.Code
        : one.Start != other.Start ? one.Start < other.Start ? -1 : 1
        : names[one.Name].SequenceCompareTo(names[other.Name]);

    /// <summary>How many bytes all names begin with alike.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]    // entered once
    private static int InCommon(ReadOnlySpan<Mark> marks, Names names)
    {
        var common = marks.IsEmpty ? [] : names[marks[0].Name];
        foreach (ref readonly var mark in marks)
            common = common[..common.CommonPrefixLength(names[mark.Name])];
        return common.Length;
    }

    /// <summary>The first bytes as a number; what is missing is 0, so that equal numbers say nothing about the order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static UInt128 Start(ReadOnlySpan<byte> text)
    {
        Span<byte> start = stackalloc byte[16];    // of a UInt128
        start.Clear();
        text[..Math.Min(text.Length, start.Length)].CopyTo(start);
        return BinaryPrimitives.ReadUInt128BigEndian(start);
    }

    private static (Group Group, int Name, Code Code) Parts(long key) => (
        (Group)((key >> CodeBits) & ((1 << GroupBits) - 1)),
        (int)(key >> (CodeBits + GroupBits)),
        (Code)(key & ((1 << CodeBits) - 1)));
}

/// <summary>An indicator fired for a name.</summary>
/// <param name="Name">Number of the name.</param>
/// <param name="Code">The indicator.</param>
/// <param name="Value">What it says.</param>
/// <param name="Start">Bytes of the name where names begin to differ: most are told apart by them, without a walk to the names.</param>
internal readonly record struct Mark(int Name, Code Code, double Value, UInt128 Start = default);
