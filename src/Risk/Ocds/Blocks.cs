namespace Risk.Ocds;

/// <summary>Cuts a stream into blocks of whole lines; any number of workers take them, each block goes to one of them.</summary>
/// <param name="stream">Line-delimited JSON, read to its end once.</param>
/// <param name="size">Bytes of a block; a longer line makes its block grow.</param>
internal sealed class Blocks(Stream stream, int size)
{
    private readonly Lock gate = new();
    private byte[] carried = [];    // the beginning of a line whose end is not read yet
    private int number;
    private long line = 1;
    private bool ended;

    public int Size => size;

    /// <summary>Fills the block with the next lines; false at the end of the stream.</summary>
    public bool TryTake(Block block)
    {
        lock (gate)
        {
            var filled = Resume(block);
            var whole = 0;
            while (!ended && whole == 0)
            {
                if (filled == block.Bytes.Length)
                    Array.Resize(ref block.Bytes, filled * 2);
                filled = Fill(block.Bytes, filled);
                whole = block.Bytes.AsSpan(0, filled).LastIndexOf((byte)'\n') + 1;
            }

            block.Length = ended ? filled : whole;
            carried = ended ? [] : block.Bytes[whole..filled];
            block.Number = number++;
            block.FirstLine = line;
            line += block.Bytes.AsSpan(0, block.Length).Count((byte)'\n');
            return block.Length > 0;
        }
    }

    private int Resume(Block block)
    {
        if (carried.Length > block.Bytes.Length)
            block.Bytes = new byte[carried.Length * 2];
        carried.CopyTo(block.Bytes, 0);
        return carried.Length;
    }

    private int Fill(byte[] bytes, int filled)
    {
        while (filled < bytes.Length)
        {
            var read = stream.Read(bytes, filled, bytes.Length - filled);
            if (read == 0)
            {
                ended = true;
                break;
            }

            filled += read;
        }

        return filled;
    }
}
