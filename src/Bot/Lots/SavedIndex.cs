using System.Buffers.Binary;
using System.Security.Cryptography;
using Bot.Storage;
using Matching;
using Microsoft.EntityFrameworkCore;
using Procurement;

namespace Bot.Lots;

/// <summary>Where the index of lots is kept between two starts (section "Lots").</summary>
public sealed record LotsSettings
{
    public const string DefaultFile = "data/bot.index";

    /// <summary>A file of this node alone. Empty: every start reads all lots.</summary>
    public string IndexFile { get; init; } = DefaultFile;
}

/// <summary>
/// The index in its file. The store remembers a digest of every file that was written from it: a file is opened only from a store that was
/// there when it was written. So a broken file, another store and an older copy of this one are all told by the same look-up.
/// </summary>
public sealed class SavedIndex(LotsSettings settings, TimeProvider clock, ILogger<SavedIndex> log)
{
    /// <summary>The rows of "stamps" that remember a file, each with the moment of its writing.</summary>
    private const string Stamp = "index:";
    private const string Draft = ".draft", Unfinished = ".draft.new", Claim = ".saving";

    /// <summary>Four files a day, and a node that was off for longer builds its index anew.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    private string File => Path.GetFullPath(settings.IndexFile);

    public bool IsOn => settings.IndexFile.Length > 0;

    /// <returns>Null when there is none that can be used; why is in the log.</returns>
    internal async Task<(LotIndex Index, IndexMark Mark)?> Open(RegisterDb db, IEnumerable<Place> places, CancellationToken cancellationToken)
    {
        if (!IsOn || !System.IO.File.Exists(File))
            return null;
        try
        {
            if (!await IsRemembered(db, StampOf(File), cancellationToken))
                throw new InvalidDataException("it is broken, or of another store, or of a later state of this one");
            var index = LotIndex.Open(File, places);
            var mark = IndexMark.Parse(index.Mark) ?? throw new InvalidDataException("another version of this program wrote it");
            var more = await mark.Read.After(db.Lots).LongCountAsync(cancellationToken);
            return mark.IsOld(index.Count, more) ? throw new InvalidDataException("a quarter of the lots has changed since it was built") : (index, mark);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            Log.NotOpened(log, fault.Message);
        }

        return null;
    }

    /// <summary>Writes the file anew and has the store remember it. Nobody may add to the index meanwhile; searches go on.</summary>
    /// <returns>False when it could not be written, or another process of this folder is writing it.</returns>
    internal async Task<bool> Save(RegisterDb db, LotIndex index, IndexMark mark, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(File)!);
            using var mine = new FileStream(File + Claim, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            try
            {
                index.Mark = mark.ToString();
                await Task.Run(() => index.Save(File + Draft), cancellationToken);
                await Remember(db, StampOf(File + Draft), cancellationToken);    // before it takes its place: killed here, the older one serves
                System.IO.File.Move(File + Draft, File, overwrite: true);
            }
            finally
            {
                System.IO.File.Delete(File + Unfinished);    // what a full disk could not take is not left on it
                System.IO.File.Delete(File + Draft);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException || Databases.IsUnavailable(fault))
        {
            Log.NotSaved(log, fault.Message);
            return false;
        }

        var megabytes = new FileInfo(File).Length >> 20;
        Log.Saved(log, index.Count, megabytes);
        return true;
    }

    private static Task<bool> IsRemembered(RegisterDb db, string stamp, CancellationToken cancellationToken) =>
        db.Stamps.AnyAsync(row => row.Name == stamp, cancellationToken);

    private async Task Remember(RegisterDb db, string stamp, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var old = (now - Remembered).ToUnixTimeMilliseconds();
        await db.Stamps.Where(row => row.Name.StartsWith(Stamp) && row.Last < old).ExecuteDeleteAsync(cancellationToken);
        await db.RaiseStamp(stamp, now.ToUnixTimeMilliseconds(), cancellationToken);
    }

    private static string StampOf(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20, FileOptions.SequentialScan);
        return Stamp + BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(file)).ToString("x16", null);
    }
}

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Index saved: {Lots} lots, {Megabytes} MB")]
    public static partial void Saved(ILogger log, int lots, long megabytes);

    [LoggerMessage(Level = LogLevel.Information, Message = "The saved index is not used ({Reason}); it is built anew")]
    public static partial void NotOpened(ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The index could not be saved ({Fault}); the next start takes longer")]
    public static partial void NotSaved(ILogger log, string fault);
}
