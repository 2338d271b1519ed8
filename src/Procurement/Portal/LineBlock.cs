using System.Buffers;

namespace Procurement.Portal;

/// <summary>
/// Some hundred lines of a file, copied, so that they can be read while the next ones are being cut. Reading is most of the work of
/// taking in a file; blocks are read beside each other and given on in order.
/// </summary>
internal sealed class LineBlock
{
    private const int Full = 512 * 1024;    // bytes: a few milliseconds of work
    private readonly List<(PortalLines.Line Line, int Start, int Length)> lines = [];
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(Full);
    private int length;

    public static async IAsyncEnumerable<LineBlock> Of(
        Stream file, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var block = new LineBlock();
        await foreach (var line in PortalLines.Of(file, cancellationToken).ConfigureAwait(false))
        {
            block.Add(line);
            if (block.length < Full)
                continue;
            yield return block;
            block = new LineBlock();
        }

        yield return block;
    }

    /// <summary>The readings of its lines. To be asked for once.</summary>
    public List<Reading> Read(Func<ReadOnlyMemory<byte>, long, IReadOnlyList<Reading>> read)
    {
        List<Reading> readings = new(lines.Count);
        foreach (var (line, start, size) in lines)
            if (line.Fault is { } fault)
                readings.Add(Reading.Refused(line.Number, fault));
            else
                readings.AddRange(read(bytes.AsMemory(start, size), line.Number));
        ArrayPool<byte>.Shared.Return(bytes);
        return readings;
    }

    private void Add(PortalLines.Line line)
    {
        if (length + line.Bytes.Length > bytes.Length)
            Grow(length + line.Bytes.Length);
        line.Bytes.CopyTo(bytes.AsMemory(length));
        lines.Add((line with { Bytes = default }, length, line.Bytes.Length));
        length += line.Bytes.Length;
    }

    private void Grow(int needed)
    {
        var larger = ArrayPool<byte>.Shared.Rent(needed);
        bytes.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }
}
