using System.IO.Compression;

namespace Procurement.Portal;

/// <summary>
/// A file that has been unpacked where it was packed, and whose beginning can be looked at before it is read. Reads forward only, and
/// leaves the stream under it open. Where a packed file is damaged it ends, and says so.
/// </summary>
internal sealed class OpenedFile : Stream
{
    private const int HeadLength = 64 * 1024;

    private readonly Stream rest;
    private readonly bool owns;
    private ReadOnlyMemory<byte> unread;

    private OpenedFile(Stream rest, bool owns) => (this.rest, this.owns) = (rest, owns);

    /// <summary>The first bytes of what the file says, up to 64 KiB.</summary>
    public ReadOnlyMemory<byte> Head { get; private set; }

    /// <summary>The packed file could not be unpacked beyond what has been read.</summary>
    public bool IsDamaged { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public static async Task<OpenedFile> Open(Stream file, CancellationToken cancellationToken)
    {
        var plain = await Begin(file, 2, owns: false, cancellationToken).ConfigureAwait(false);
        if (plain.Head.Span is not [0x1F, 0x8B, ..])
            return await Begin(plain, HeadLength, owns: true, cancellationToken).ConfigureAwait(false);
        var unpacked = new GZipStream(plain, CompressionMode.Decompress);
        return await Begin(unpacked, HeadLength, owns: true, cancellationToken).ConfigureAwait(false);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (unread.Length > 0)
            return Take(buffer.Span);
        try
        {
            return IsDamaged ? 0 : await rest.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDataException)
        {
            IsDamaged = true;
            return 0;
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (unread.Length > 0)
            return Take(buffer.AsSpan(offset, count));
        try
        {
            return IsDamaged ? 0 : rest.Read(buffer, offset, count);
        }
        catch (InvalidDataException)
        {
            IsDamaged = true;
            return 0;
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && owns)
            rest.Dispose();
        base.Dispose(disposing);
    }

    private static async Task<OpenedFile> Begin(Stream stream, int length, bool owns, CancellationToken cancellationToken)
    {
        var opened = new OpenedFile(stream, owns);
        var head = new byte[length];
        var filled = await opened.ReadAtLeastAsync(head, length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        opened.unread = opened.Head = head.AsMemory(0, filled);
        return opened;
    }

    private int Take(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, unread.Length);
        unread.Span[..count].CopyTo(buffer);
        unread = unread[count..];
        return count;
    }
}
