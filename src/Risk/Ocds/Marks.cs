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

    public void Absorb(Marks other, int[] ocids, int[] names)
    {
        foreach (var (key, (value, line)) in other.marks)
        {
            var (group, name, code) = Parts(key);
            Set(group, (group == Group.Ocid ? ocids : names)[name], code, value, line);
        }
    }

    /// <summary>What fired in a group: by the bytes of the names, then by code.</summary>
    public Mark[] Of(Group group, Names names)
    {
        List<Mark> all = [];
        foreach (var (key, (value, _)) in marks)
            if (Parts(key) is var parts && parts.Group == group)
                all.Add(new Mark(parts.Name, parts.Code, value));
        all.Sort((one, other) => one.Name == other.Name ? one.Code - other.Code : names[one.Name].SequenceCompareTo(names[other.Name]));
        return [.. all];
    }

    private static (Group Group, int Name, Code Code) Parts(long key) => (
        (Group)((key >> CodeBits) & ((1 << GroupBits) - 1)),
        (int)(key >> (CodeBits + GroupBits)),
        (Code)(key & ((1 << CodeBits) - 1)));
}

/// <summary>An indicator fired for a name.</summary>
internal readonly record struct Mark(int Name, Code Code, double Value);
