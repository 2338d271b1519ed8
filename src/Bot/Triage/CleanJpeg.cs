using System.Buffers.Binary;
using Bot.Conversation;

namespace Bot.Triage;

/// <summary>
/// Takes from a JPEG its tables, its frame and its scans (ITU-T T.81), and which side is up. How colours are meant is written anew. A picture of
/// a kind that cameras and telephones do not make (lossless, arithmetic, hierarchical) is not taken.
/// </summary>
internal static class CleanJpeg
{
    private const byte Mark = 0xFF, Start = 0xD8, End = 0xD9, Scan = 0xDA, FirstRestart = 0xD0, LastRestart = 0xD7;
    private const byte HuffmanTable = 0xC4, QuantisationTable = 0xDB, RestartInterval = 0xDD;
    private const byte Baseline = 0xC0, Extended = 0xC1, Progressive = 0xC2;
    private const byte Jfif = 0xE0, Exif = 0xE1, Adobe = 0xEE, FirstApplication = 0xE0, LastApplication = 0xEF, Comment = 0xFE;

    /// <summary>"The colours are YCbCr", without a thumbnail.</summary>
    private static ReadOnlySpan<byte> PlainJfif => [Mark, Jfif, 0, 16, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];

    public static Photograph? Of(byte[] file)
    {
        if (file is not [Mark, Start, ..])
            return null;
        using MemoryStream clean = new(file.Length);
        clean.Write([Mark, Start]);
        (int Width, int Height)? size = null;
        for (var at = 2; Segment(file, at) is var (marker, body, next); at = next)
            switch (marker)
            {
                case End:
                    clean.Write([Mark, End]);
                    return size is var (width, height) && width > 0 && height > 0
                        ? new Photograph("picture.jpg", "image/jpeg", clean.ToArray(), width, height) : null;
                case Baseline or Extended or Progressive when size is null && file.AsSpan(body) is { Length: > 5 }:
                    size = (BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(body)[3..]), BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(body)[1..]));
                    Copy(clean, marker, file.AsSpan(body));
                    break;
                case HuffmanTable or QuantisationTable or RestartInterval:
                    Copy(clean, marker, file.AsSpan(body));
                    break;
                case Scan:
                    Copy(clean, marker, file.AsSpan(body));
                    next = EndOfScan(file, next);
                    clean.Write(file.AsSpan(body.End.Value..next));
                    break;
                case >= FirstApplication and <= LastApplication or Comment:
                    clean.Write(Anew(marker, file.AsSpan(body)));
                    break;
                default:
                    return null;
            }

        return null;
    }

    /// <summary>What is worth saying again of an application's own segment; mostly nothing.</summary>
    private static ReadOnlySpan<byte> Anew(byte marker, ReadOnlySpan<byte> body) => marker switch
    {
        Jfif when body.StartsWith("JFIF\0"u8) => PlainJfif,
        Exif when WhichSideIsUp.In(body) is > 1 and var orientation => WhichSideIsUp.Segment(orientation),
        Adobe when body.StartsWith("Adobe"u8) && body.Length == 12 =>
            (byte[])[Mark, Adobe, 0, 14, .. "Adobe"u8, 0, 100, 0, 0, 0, 0, body[11]],    // how colours are meant
        _ => [],
    };

    /// <summary>The segment that begins here: its marker, where its body is, where the next one begins. Null where none does.</summary>
    private static (byte Marker, Range Body, int Next)? Segment(byte[] file, int at)
    {
        if (at >= file.Length || file[at] != Mark)
            return null;
        while (at < file.Length && file[at] == Mark)    // any number of them may stand before a marker
            at++;
        if (at == file.Length)
            return null;
        var marker = file[at++];
        if (marker == End)
            return (End, at..at, at);
        if (at + 2 > file.Length || BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at)) is var length && (length < 2 || at + length > file.Length))
            return null;
        return (marker, (at + 2)..(at + length), at + length);
    }

    private static void Copy(MemoryStream clean, byte marker, ReadOnlySpan<byte> body)
    {
        Span<byte> head = [Mark, marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(body.Length + 2));
        clean.Write(head);
        clean.Write(body);
    }

    /// <summary>A scan goes on over stuffed bytes and restarts, until any other marker.</summary>
    private static int EndOfScan(byte[] file, int at)
    {
        while (file.AsSpan(at).IndexOf(Mark) is >= 0 and var found && at + found + 1 < file.Length)
        {
            at += found;
            if (file[at + 1] is not (0 or >= FirstRestart and <= LastRestart))
                return at;
            at += 2;
        }

        return file.Length;
    }
}
