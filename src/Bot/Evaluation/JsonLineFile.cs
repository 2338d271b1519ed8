using System.IO.Compression;
using System.Text.Json;

namespace Bot.Evaluation;

/// <summary>A file that cannot be used, told in one line: what is wrong with it, and where.</summary>
public sealed class BadFileException(string what) : Exception(what);

/// <summary>
/// Reads a file of JSON lines, plain or .gz (told by content), one line at a time. The first bad line ends it, told by its number.
/// </summary>
internal static class JsonLineFile
{
    private const int Longest = 4 << 20;    // bytes of a line: beyond this it is no line
    private const int Chunk = 1 << 20;

    /// <summary>Makes a record of one line; what is wrong with it is a <see cref="FormatException"/> with a sentence.</summary>
    public delegate T LineReader<out T>(ReadOnlySpan<byte> line);

    public static IEnumerable<T> Read<T>(FileInfo file, LineReader<T> read)
    {
        using var stream = Open(file);
        var (buffer, start, end, number) = (new byte[Chunk], 0, 0, 0L);
        for (var more = true; more;)
        {
            if (end == buffer.Length)
                MakeRoom(file, number + 1, ref buffer, ref start, ref end);
            var count = Next(file, stream, buffer.AsSpan(end));
            (end, more) = (end + count, count > 0);
            for (var length = LineLength(buffer.AsSpan(start, end - start), isLast: !more); length >= 0;
                length = LineLength(buffer.AsSpan(start, end - start), isLast: !more))
            {
                number++;
                var line = Trimmed(buffer.AsMemory(start, length), number);
                start = Math.Min(end, start + length + 1);
                if (!line.IsEmpty)
                    yield return Made(file, number, line.Span, read);
            }
        }
    }

    private static Stream Open(FileInfo file)
    {
        if (!file.Exists)
            throw new BadFileException($"There is no file {file}.");
        var plain = file.OpenRead();
        var isPacked = plain.ReadByte() == 0x1F && plain.ReadByte() == 0x8B;
        plain.Position = 0;
        return isPacked ? new GZipStream(plain, CompressionMode.Decompress) : plain;
    }

    private static int Next(FileInfo file, Stream stream, Span<byte> into)
    {
        try
        {
            return stream.Read(into);
        }
        catch (InvalidDataException)
        {
            throw new BadFileException($"{file}: the compressed file is damaged.");
        }
    }

    private static void MakeRoom(FileInfo file, long number, ref byte[] buffer, ref int start, ref int end)
    {
        var unread = buffer.AsSpan(start, end - start);
        if (unread.Length >= Longest)
            throw new BadFileException($"{file}, line {number}: the line is longer than 4 MiB.");
        var room = unread.Length > buffer.Length / 2 ? new byte[2 * buffer.Length] : buffer;
        unread.CopyTo(room);
        (buffer, start, end) = (room, 0, unread.Length);
    }

    /// <summary>How long the next line is; -1 when its end has not been read.</summary>
    private static int LineLength(ReadOnlySpan<byte> unread, bool isLast) => unread.IndexOf((byte)'\n') switch
    {
        < 0 when isLast && unread.Length > 0 => unread.Length,
        var length => length,
    };

    private static ReadOnlyMemory<byte> Trimmed(ReadOnlyMemory<byte> line, long number) =>
        (number == 1 && line.Span.StartsWith("\uFEFF"u8) ? line[3..] : line).Trim(" \t\r"u8);

    private static T Made<T>(FileInfo file, long number, ReadOnlySpan<byte> line, LineReader<T> read)
    {
        try
        {
            return read(line);
        }
        catch (Exception wrong) when (wrong is FormatException or JsonException or InvalidOperationException)
        {
            var why = wrong is FormatException ? wrong.Message : "it is not a JSON object of this kind.";
            throw new BadFileException($"{file}, line {number}: {why}");
        }
    }
}
