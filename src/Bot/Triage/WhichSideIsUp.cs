using System.Buffers.Binary;

namespace Bot.Triage;

/// <summary>
/// The one thing of a camera's notes (Exif 2.3) that a picture needs: how it is to be turned. A telephone that was held upright writes it there;
/// without it every such picture would lie on its side.
/// </summary>
internal static class WhichSideIsUp
{
    private const int Orientation = 0x0112, Short = 3, EntrySize = 12, Last = 8;

    private static ReadOnlySpan<byte> Name => "Exif\0\0"u8;

    /// <returns>2 to 8, or 1 when nothing needs to be turned or nobody says so.</returns>
    public static int In(ReadOnlySpan<byte> body)
    {
        if (!body.StartsWith(Name))
            return 1;
        var notes = body[Name.Length..];
        var isLittle = notes.StartsWith("II*\0"u8);
        if ((!isLittle && !notes.StartsWith("MM\0*"u8)) || Whole(notes, 4, isLittle) is not { } table || Half(notes, table, isLittle) is not { } count)
            return 1;
        for (long at = table + 2; count > 0; count--, at += EntrySize)
            if (Half(notes, at, isLittle) == Orientation && Half(notes, at + 2, isLittle) == Short)
                return Half(notes, at + 8, isLittle) is { } turned and <= Last and > 1 ? turned : 1;
        return 1;
    }

    /// <summary>A segment that says this and nothing else.</summary>
    public static byte[] Segment(int orientation) =>
        [0xFF, 0xE1, 0, 34, .. Name, .. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, Short, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];

    private static int? Half(ReadOnlySpan<byte> notes, long at, bool isLittle) => at < 0 || at + 2 > notes.Length ? null
        : isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(notes[(int)at..]) : BinaryPrimitives.ReadUInt16BigEndian(notes[(int)at..]);

    private static long? Whole(ReadOnlySpan<byte> notes, int at, bool isLittle) => at + 4 > notes.Length ? null
        : isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(notes[at..]) : BinaryPrimitives.ReadUInt32BigEndian(notes[at..]);
}
