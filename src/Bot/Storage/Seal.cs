using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Storage;

/// <summary>Bytes that only the holder of the key file can read. The compiler keeps them apart from ordinary columns.</summary>
public readonly record struct Sealed(byte[] Bytes)
{
    /// <summary>What is left of a text that was taken away on purpose.</summary>
    public static Sealed Nothing { get; } = new([]);

    public bool IsNothing => Bytes.Length == 0;
}

/// <summary>
/// Seals what people tell us: AES-256-GCM under the newest key; looks it up by HMAC-SHA256 under a key of its own.
/// Layout: version 1, key number (4 bytes, big-endian), nonce 12, tag 16, ciphertext.
/// </summary>
public sealed class Seal(KeyRing keys)
{
    private const byte Version = 1;
    private const int Nonce = 12, Tag = 16, Head = 1 + 4 + Nonce + Tag;

    public Sealed Close(string text) => Close(Encoding.UTF8.GetBytes(text));

    public Sealed Close(ReadOnlySpan<byte> plain)
    {
        var box = new byte[Head + plain.Length];
        var (number, key) = keys.Sealing;
        box[0] = Version;
        BinaryPrimitives.WriteUInt32BigEndian(box.AsSpan(1), number);
        var nonce = box.AsSpan(5, Nonce);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, Tag);
        aes.Encrypt(nonce, plain, box.AsSpan(Head), box.AsSpan(5 + Nonce, Tag));
        return new Sealed(box);
    }

    public string Open(Sealed sealedText) => Encoding.UTF8.GetString(OpenBytes(sealedText));

    public byte[] OpenBytes(Sealed sealedBytes)
    {
        var box = sealedBytes.Bytes.AsSpan();
        if (box.IsEmpty)
            return [];
        if (box.Length < Head || box[0] != Version)
            throw new CryptographicException("These bytes were not sealed by this service.");
        var number = KeyNumber(sealedBytes);
        var key = keys.Key(number) ?? throw new CryptographicException($"Key {number} is not in the key file: restore the file from a backup.");
        var plain = new byte[box.Length - Head];
        using var aes = new AesGcm(key, Tag);
        aes.Decrypt(box.Slice(5, Nonce), box[Head..], box.Slice(5 + Nonce, Tag), plain);
        return plain;
    }

    /// <summary>True when these bytes want sealing anew after a rotation of keys.</summary>
    public bool IsOld(Sealed sealedBytes) => !sealedBytes.IsNothing && KeyNumber(sealedBytes) != keys.Newest;

    /// <summary>The same text gives the same hash only here: for finding a person by their address, a tip by its receipt.</summary>
    public string Hash(string purpose, string text) =>
        Convert.ToHexString(HMACSHA256.HashData(keys.HashKey, Encoding.UTF8.GetBytes($"{purpose}\n{text}")));

    /// <summary>A short signature for what goes out and comes back: eight bytes, checked in constant time by <see cref="IsSignature"/>.</summary>
    public string Sign(string purpose, string text) =>
        Convert.ToBase64String(HMACSHA256.HashData(keys.HashKey, Encoding.UTF8.GetBytes($"{purpose}\n{text}")), 0, 8)
            .TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public bool IsSignature(string signature, string purpose, string text) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(Sign(purpose, text)));

    private static uint KeyNumber(Sealed box) => BinaryPrimitives.ReadUInt32BigEndian(box.Bytes.AsSpan(1, 4));
}
