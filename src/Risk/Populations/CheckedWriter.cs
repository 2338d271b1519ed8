using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Risk.Populations;

/// <summary>Writes bytes and knows the checksum of all of them.</summary>
internal sealed class CheckedWriter(Stream stream) : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public void Write(ReadOnlySpan<byte> bytes)
    {
        hash.AppendData(bytes);
        stream.Write(bytes);
    }

    public void Write<T>(T value)
        where T : unmanaged => Write(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(ref value)));

    public void Seal() => stream.Write(hash.GetCurrentHash());

    public void Dispose() => hash.Dispose();
}

/// <summary>Reads bytes and tells whether the checksum that follows is theirs.</summary>
internal sealed class CheckedReader(Stream stream) : IDisposable
{
    private const int Block = 1 << 20;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>False when the stream ends before the bytes are full.</summary>
    public bool TryRead(Span<byte> bytes)
    {
        for (; bytes.Length > 0; bytes = bytes[Math.Min(Block, bytes.Length)..])
        {
            var block = bytes[..Math.Min(Block, bytes.Length)];
            if (stream.ReadAtLeast(block, block.Length, throwOnEndOfStream: false) < block.Length)
                return false;
            hash.AppendData(block);
        }

        return true;
    }

    public bool TryRead<T>(out T value)
        where T : unmanaged
    {
        value = default;
        return TryRead(MemoryMarshal.AsBytes(new Span<T>(ref value)));
    }

    /// <summary>Null when all is well.</summary>
    public PopulationFault? Sealed()
    {
        var (told, own) = (new byte[SHA256.HashSizeInBytes], hash.GetCurrentHash());
        return stream.ReadAtLeast(told, told.Length, throwOnEndOfStream: false) < told.Length ? PopulationFault.CutShort
            : told.AsSpan().SequenceEqual(own) ? null : PopulationFault.Damaged;
    }

    public void Dispose() => hash.Dispose();
}
