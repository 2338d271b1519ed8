namespace Risk.Ocds;

/// <summary>Some whole lines of the file; one worker's buffer, filled again and again.</summary>
internal sealed class Block(int size)
{
    /// <summary>The first <see cref="Length"/> of them are filled.</summary>
    public byte[] Bytes = new byte[size];

    public int Length { get; set; }

    /// <summary>Place of this block in the file, from 0.</summary>
    public int Number { get; set; }

    /// <summary>Number of its first line in the file, from 1.</summary>
    public long FirstLine { get; set; }
}
