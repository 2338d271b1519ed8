using System.Text;

namespace Bot.Storage;

/// <summary>What a key file holds, and when it was written.</summary>
internal sealed record Keys(byte[] Hash, SortedDictionary<uint, byte[]> Seals, DateTime WrittenAt);

/// <summary>Reads and writes the file of the <see cref="KeyRing"/>: whole or not at all, readable by its owner alone.</summary>
internal static class KeyFile
{
    private const int KeyBytes = 32;

    public static Keys Read(string path)
    {
        var writtenAt = File.GetLastWriteTimeUtc(path);    // before it is read: what is written meanwhile is read next time
        byte[] hash = [];
        SortedDictionary<uint, byte[]> seals = [];
        foreach (var words in File.ReadAllLines(path).Where(line => line.Length > 0).Select(line => line.Split(' ')))
        {
            if (words is ["hash", var key] && Decode(key) is { } found)
                hash = found;
            else if (words is ["seal", var number, var sealing] && uint.TryParse(number, out var at) && Decode(sealing) is { } seal)
                seals[at] = seal;
            else
                throw Broken(path, "holds a line that is not a key");
        }

        return hash.Length > 0 && seals.Count > 0 ? new Keys(hash, seals, writtenAt) : throw Broken(path, "lacks a key");
    }

    public static void Write(string path, Keys keys)
    {
        var lines = keys.Seals.Select(seal => $"seal {seal.Key} {Convert.ToBase64String(seal.Value)}").Prepend($"hash {Convert.ToBase64String(keys.Hash)}");
        var draft = $"{path}.{Guid.NewGuid():n}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(draft, options))
        {
            file.Write(Encoding.ASCII.GetBytes(string.Join('\n', lines) + "\n"));
            file.Flush(flushToDisk: true);    // a power cut after the first tip must not leave an empty file
        }

        File.Move(draft, path, overwrite: true);
    }

    /// <summary>
    /// Nobody else makes this file until it is given back, on the same machine; a killed owner keeps nobody out. Moving a draft to where there
    /// must be none looks first and then moves, and two that begin at the same moment would both see nothing.
    /// </summary>
    public static IDisposable Alone(string path)
    {
        for (var tries = 0; ; tries++)
            try
            {
                return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (tries < Tries)
            {
                Thread.Sleep(Look);
            }
    }

    private const int Tries = 500;    // ten seconds: making keys takes milliseconds
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    private static byte[]? Decode(string text)
    {
        var key = new byte[KeyBytes + 1];
        return Convert.TryFromBase64String(text, key, out var length) && length == KeyBytes ? key[..KeyBytes] : null;
    }

    private static InvalidOperationException Broken(string path, string what) =>
        new($"The key file {path} {what}. Restore it from your backup; without it nothing that people told us can be read.");
}
