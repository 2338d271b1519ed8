using System.Security.Cryptography;

namespace Bot.Storage;

/// <summary>
/// The keys, in a file of their own outside the database, readable by its owner alone. One line each: "hash BASE64" for look-ups,
/// which never changes, and "seal NUMBER BASE64" for sealing; the highest number seals, all of them open. A service that runs while
/// another process rotates the keys sees it on the next use.
/// </summary>
public sealed class KeyRing
{
    private const int KeyBytes = 32;    // AES-256 and HMAC-SHA256
    private volatile Keys keys = new([], [], default);

    private KeyRing(string path) => Path = path;

    public string Path { get; }
    public byte[] HashKey => keys.Hash;
    public uint Newest => Current.Seals.Keys.Max();
    public int Count => Current.Seals.Count;

    /// <summary>Proves that a database and this file belong together without showing a key.</summary>
    public string Fingerprint => Prove(HashKey);

    /// <summary>The key that seals now, with its number.</summary>
    public KeyValuePair<uint, byte[]> Sealing => Current.Seals.Last();

    /// <summary>The file is looked at only for one that we do not know: what was sealed lately comes by the hundred.</summary>
    public byte[]? Key(uint number) => keys.Seals.GetValueOrDefault(number) ?? Current.Seals.GetValueOrDefault(number);

    /// <summary>The same for one sealing key, with its number; null when the file does not hold it.</summary>
    public string? FingerprintOf(uint number) => Key(number) is { } key ? $"{number}:{Prove(key)}" : null;

    public static KeyRing Open(string path)
    {
        var ring = new KeyRing(System.IO.Path.GetFullPath(path));
        if (!File.Exists(ring.Path))
            ring.Create();
        ring.keys = KeyFile.Read(ring.Path);
        return ring;
    }

    /// <summary>A new key for everything sealed from now on; the old ones stay to open what is there.</summary>
    public void Rotate() => Write(new(Current.Seals) { [Newest + 1] = RandomNumberGenerator.GetBytes(KeyBytes) });

    /// <summary>Forgets all keys but the newest. Only after everything was sealed anew.</summary>
    public void Prune() => Write(new() { [Newest] = Key(Newest)! });

    /// <summary>What the file says now.</summary>
    private Keys Current
    {
        get
        {
            if (File.GetLastWriteTimeUtc(Path) != keys.WrittenAt && File.Exists(Path))
                keys = KeyFile.Read(Path);
            return keys;
        }
    }

    /// <summary>Of several that begin at the same moment the first makes the keys, and the others use them.</summary>
    private void Create()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        using var alone = KeyFile.Alone(Path);
        if (!File.Exists(Path))
            KeyFile.Write(Path, new(RandomNumberGenerator.GetBytes(KeyBytes), new() { [1] = RandomNumberGenerator.GetBytes(KeyBytes) }, default));
    }

    private void Write(SortedDictionary<uint, byte[]> seals)
    {
        KeyFile.Write(Path, keys with { Seals = seals });
        keys = KeyFile.Read(Path);
    }

    private static string Prove(byte[] key) => Convert.ToHexString(HMACSHA256.HashData(key, "fingerprint"u8))[..16];
}
