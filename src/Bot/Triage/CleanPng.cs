using System.Buffers.Binary;
using Bot.Conversation;

namespace Bot.Triage;

/// <summary>
/// Takes from a PNG (W3C PNG, third edition) the chunks that its picture is made of: head, palette, transparency, image, end. Texts, times, notes of
/// a camera, profiles, further frames, and what a crop left behind the end stay out.
/// </summary>
internal static class CleanPng
{
    private const int Around = 12;    // of a chunk: its length, its name, its checksum

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static Photograph? Of(byte[] file)
    {
        if (!file.AsSpan().StartsWith(Signature))
            return null;
        using MemoryStream clean = new(file.Length);
        clean.Write(Signature);
        (int Width, int Height)? size = null;
        for (var at = Signature.Length; Chunk(file, at) is { } end; at = end)
        {
            var chunk = file.AsSpan(at..end);
            var name = chunk[4..8];
            if (name.SequenceEqual("IHDR"u8) && size is null && chunk.Length == Around + 13)
                size = (BinaryPrimitives.ReadInt32BigEndian(chunk[8..]), BinaryPrimitives.ReadInt32BigEndian(chunk[12..]));
            else if (size is null || !IsOfThePicture(name))
            {
                if (size is null || char.IsAsciiLetterUpper((char)name[0]))    // a part that the picture cannot do without, and that we do not know
                    return null;
                continue;
            }

            clean.Write(chunk);
            if (name.SequenceEqual("IEND"u8))
                return chunk.Length == Around && size is var (width, height) && width > 0 && height > 0
                    ? new Photograph("picture.png", "image/png", clean.ToArray(), width, height) : null;
        }

        return null;
    }

    private static bool IsOfThePicture(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("IDAT"u8) || name.SequenceEqual("PLTE"u8) || name.SequenceEqual("tRNS"u8) || name.SequenceEqual("IEND"u8);

    /// <summary>Where the chunk that begins here ends; null where none does.</summary>
    private static int? Chunk(byte[] file, int at) => at + Around <= file.Length
        && BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at)) is >= 0 and var length && length <= file.Length - at - Around
            ? at + Around + length : null;
}
