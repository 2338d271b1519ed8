using System.Security.Cryptography;

namespace Bot.Storage;

/// <summary>
/// The keys, in a file of their own outside the database, readable by its owner alone. One line each: "hash BASE64" for look-ups,
/// which never changes, and "seal NUMBER BASE64" for sealing; the highest number seals, all of them open.
/// </summary>
public sealed class KeyRing
{
    private const int KeyBytes = 32;    // AES-256 and HMAC-SHA256
    private readonly SortedDictionary<uint, byte[]> seals = [];

    private KeyRing(string path) => Path = path;

    public string Path { get; }
    public byte[] HashKey { get; private set; } = [];
    public uint Newest => seals.Keys.Max();
    public int Count => seals.Count;

    public byte[]? Key(uint number) => seals.GetValueOrDefault(number);

    /// <summary>Proves that a database and this file belong together without showing a key.</summary>
    public string Fingerprint => Convert.ToHexString(HMACSHA256.HashData(HashKey, "fingerprint"u8))[..16];

    public static KeyRing Open(string path)
    {
        var ring = new KeyRing(System.IO.Path.GetFullPath(path));
        if (File.Exists(ring.Path))
            ring.Read();
        else
            ring.Create();
        return ring;
    }

    /// <summary>Says to other processes that these keys are at work; a service holds it as long as it lives.</summary>
    public IDisposable Use() => new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read);

    /// <summary>A running service knows only the keys it has started with, so nobody changes them under it.</summary>
    public bool IsInUse
    {
        get
        {
            try
            {
                using var alone = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.None);
                return false;
            }
            catch (IOException)
            {
                return true;
            }
        }
    }

    /// <summary>A new key for everything sealed from now on; the old ones stay to open what is there.</summary>
    public void Rotate()
    {
        seals[Newest + 1] = RandomNumberGenerator.GetBytes(KeyBytes);
        Write();
    }

    /// <summary>Forgets all keys but the newest. Only after everything was sealed anew.</summary>
    public void Prune()
    {
        foreach (var old in seals.Keys.Where(number => number != Newest).ToList())
            seals.Remove(old);
        Write();
    }

    private void Create()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        HashKey = RandomNumberGenerator.GetBytes(KeyBytes);
        seals[1] = RandomNumberGenerator.GetBytes(KeyBytes);
        Write();
    }

    private void Read()
    {
        foreach (var words in File.ReadAllLines(Path).Where(line => line.Length > 0).Select(line => line.Split(' ')))
        {
            if (words is ["hash", var key] && Decode(key) is { } hash)
                HashKey = hash;
            else if (words is ["seal", var number, var sealing] && uint.TryParse(number, out var at) && Decode(sealing) is { } seal)
                seals[at] = seal;
            else
                throw Broken("holds a line that is not a key");
        }

        if (HashKey.Length == 0 || seals.Count == 0)
            throw Broken("lacks a key");
    }

    private void Write()
    {
        var lines = seals.Select(seal => $"seal {seal.Key} {Convert.ToBase64String(seal.Value)}")
            .Prepend($"hash {Convert.ToBase64String(HashKey)}");
        var draft = Path + ".new";
        File.Delete(draft);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var writer = new StreamWriter(draft, options))
            writer.Write(string.Join('\n', lines) + "\n");
        File.Move(draft, Path, overwrite: true);
    }

    private static byte[]? Decode(string text)
    {
        var key = new byte[KeyBytes + 1];
        return Convert.TryFromBase64String(text, key, out var length) && length == KeyBytes ? key[..KeyBytes] : null;
    }

    private InvalidOperationException Broken(string what) =>
        new($"The key file {Path} {what}. Restore it from your backup; without it nothing that people told us can be read.");
}
