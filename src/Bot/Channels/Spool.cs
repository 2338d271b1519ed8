using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bot.Storage;

namespace Bot.Channels;

/// <summary>
/// A folder for what comes in while the database is away, from those who would not bring it again: one sealed file each, on the disk before it is
/// acknowledged, taken out in the order in which they came.
/// </summary>
public sealed class Spool(SpoolSettings settings, Seal seal, TimeProvider clock, ILogger<Spool> log)
{
    private const string Whole = ".sealed", Half = ".half", Broken = ".broken";
    private readonly Lock naming = new();
    private long last;

    /// <summary>What comes now must queue behind what waits here.</summary>
    public bool IsEmpty => !Directory.Exists(Folder) || !Directory.EnumerateFiles(Folder, "*" + Whole).Any();

    /// <summary>Returns when the payload is safe on the disk.</summary>
    /// <exception cref="IOException">The disk is full or the folder cannot be written: nothing was kept.</exception>
    public void Put(string channel, ReadOnlySpan<byte> payload)
    {
        Directory.CreateDirectory(Folder);
        var path = Path.Combine(Folder, Name());
        var box = seal.Close([.. Encoding.UTF8.GetBytes(channel + "\n"), .. payload]);
        using (var file = new FileStream(path + Half, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            file.Write(box.Bytes);
            file.Flush(flushToDisk: true);
        }

        File.Move(path + Half, path + Whole);
        Log.Spooled(log, channel);
    }

    /// <summary>Hands out what waits, oldest first, and takes away what was taken. Stops at the first that the store refuses.</summary>
    /// <param name="take">Channel and payload. Throws while it cannot be taken.</param>
    public async Task<int> Drain(Func<string, byte[], Task> take)
    {
        var drained = 0;
        foreach (var path in IsEmpty ? [] : Directory.GetFiles(Folder, "*" + Whole).Order(StringComparer.Ordinal).ToList())
        {
            if (Open(path) is var (channel, payload))
                await take(channel, payload);
            File.Delete(path);
            drained++;
        }

        return drained;
    }

    private (string Channel, byte[] Payload)? Open(string path)
    {
        try
        {
            var plain = seal.OpenBytes(new Sealed(File.ReadAllBytes(path)));
            var end = Array.IndexOf(plain, (byte)'\n');
            return (Encoding.UTF8.GetString(plain, 0, end), plain[(end + 1)..]);
        }
        catch (CryptographicException)
        {
            File.Copy(path, Path.ChangeExtension(path, Broken), overwrite: true);    // a torn disk or a lost key: somebody may mend it
            Log.NotOpened(log, Path.GetFileName(path));
            return null;
        }
    }

    private string Folder => Path.GetFullPath(settings.Folder);

    /// <summary>Sorts as it came, also when the clock stands still or two processes write.</summary>
    private string Name()
    {
        lock (naming)
            last = Math.Max(last + 1, clock.GetUtcNow().UtcTicks);
        return string.Create(CultureInfo.InvariantCulture, $"{last:D19}-{Environment.ProcessId:D7}");
    }
}

/// <summary>Where the spool lies (section "Spool"): on the same disk as the database file or another, never on a network.</summary>
public sealed record SpoolSettings
{
    public const string DefaultFolder = "data/spool";

    public string Folder { get; init; } = DefaultFolder;
}

/// <summary>A channel that can take in again what was spooled, as it came.</summary>
public interface IReplay
{
    string Channel { get; }

    /// <exception cref="Conversation.StoreUnavailableException">The store is still away.</exception>
    Task Replay(byte[] payload, CancellationToken cancellationToken);
}

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The store is away: a message on {Channel} waits on the disk")]
    public static partial void Spooled(ILogger log, string channel);

    [LoggerMessage(Level = LogLevel.Error, Message = "The spooled file {File} cannot be opened and was put aside")]
    public static partial void NotOpened(ILogger log, string file);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} messages that had waited on the disk are in the store")]
    public static partial void Drained(ILogger log, int count);
}
