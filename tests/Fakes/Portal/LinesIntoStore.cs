using System.Text.Json;

namespace Fakes.Portal;

/// <summary>Takes JSON lines as they are written and puts each object into a store, so that the whole file never stands in memory.</summary>
internal sealed class LinesIntoStore(PortalStore store) : Stream
{
    private readonly List<byte> begun = [];

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(ReadOnlySpan<byte> bytes)
    {
        while (bytes.IndexOf((byte)'\n') is >= 0 and var end)
        {
            begun.AddRange(bytes[..end]);
            store.Put(JsonElement.Parse(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(begun)));
            begun.Clear();
            bytes = bytes[(end + 1)..];
        }

        begun.AddRange(bytes);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
}
