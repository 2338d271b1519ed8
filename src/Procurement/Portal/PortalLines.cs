using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Procurement.Portal;

/// <summary>Cuts a file into lines without ever holding more than one of them.</summary>
internal static class PortalLines
{
    /// <summary>A lot with its nesting takes some 3 kB, a joined lot of hundreds of items some 300 kB; beyond this it is no line.</summary>
    public const int MaxLine = 4 * 1024 * 1024;

    private static readonly StreamPipeReaderOptions Options = new(bufferSize: 1024 * 1024, minimumReadSize: 256 * 1024, leaveOpen: true);

    /// <param name="Bytes">Good until the next line is asked for.</param>
    public readonly record struct Line(long Number, ReadOnlyMemory<byte> Bytes, string? Fault = null);

    public static async IAsyncEnumerable<Line> Of(Stream file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = await Unpacked(PipeReader.Create(file, Options), cancellationToken).ConfigureAwait(false);
        var number = 1L;
        var tooLong = false;
        while (true)
        {
            var (read, fault) = await Next(reader, cancellationToken).ConfigureAwait(false);
            if (fault is not null)
            {
                yield return new(number, default, fault);
                break;
            }

            var rest = read.Buffer;
            while (Cut(ref rest) is { } line)
            {
                if (tooLong || line.Length > MaxLine)
                    yield return new(number, default, "The line is longer than 4 MiB.");
                else if (Trimmed(line, number) is { IsEmpty: false } bytes)
                    yield return new(number, bytes);
                (tooLong, number) = (false, number + 1);
            }
            if (read.IsCompleted)
            {
                if (tooLong || rest.Length > MaxLine)
                    yield return new(number, default, "The line is longer than 4 MiB.");
                else if (Trimmed(rest, number) is { IsEmpty: false } last)
                    yield return new(number, last);
                break;
            }
            tooLong |= rest.Length > MaxLine;
            reader.AdvanceTo(tooLong ? rest.End : rest.Start, rest.End);
        }
        await reader.CompleteAsync().ConfigureAwait(false);
    }

    private static async ValueTask<PipeReader> Unpacked(PipeReader reader, CancellationToken cancellationToken)
    {
        var start = await reader.ReadAtLeastAsync(2, cancellationToken).ConfigureAwait(false);
        var isPacked = start.Buffer.Length >= 2 && IsGzip(start.Buffer);
        reader.AdvanceTo(start.Buffer.Start);
        return isPacked ? PipeReader.Create(new GZipStream(reader.AsStream(), CompressionMode.Decompress), Options) : reader;
    }

    private static bool IsGzip(ReadOnlySequence<byte> start)
    {
        Span<byte> magic = stackalloc byte[2];
        start.Slice(0, 2).CopyTo(magic);
        return magic is [0x1F, 0x8B];
    }

    private static async ValueTask<(ReadResult Read, string? Fault)> Next(PipeReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return (await reader.ReadAsync(cancellationToken).ConfigureAwait(false), null);
        }
        catch (InvalidDataException)
        {
            return (default, "The compressed file is damaged; nothing after this place could be read.");
        }
    }

    private static ReadOnlySequence<byte>? Cut(ref ReadOnlySequence<byte> rest)
    {
        if (rest.PositionOf((byte)'\n') is not { } end)
            return null;
        var line = rest.Slice(0, end);
        rest = rest.Slice(rest.GetPosition(1, end));
        return line;
    }

    private static ReadOnlyMemory<byte> Trimmed(ReadOnlySequence<byte> line, long number)
    {
        var bytes = line.IsSingleSegment ? line.First : line.ToArray();
        if (number == 1 && bytes.Span.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        return bytes.Trim(" \t\r"u8);
    }
}
