using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Procurement;

/// <summary>
/// Something that two organisations may have in common, as a digest: enough to see that two are the same, not what they are. Names and
/// numbers of persons, bank accounts, telephones and addresses themselves are never kept.
/// </summary>
/// <param name="Kind">What it is the digest of.</param>
/// <param name="Digest">48 bits of SHA-256 of kind and normalised text: chance meetings are one in some thousands of registers.</param>
public readonly record struct Trait(TraitKind Kind, long Digest)
{
    private const int Least = 5;    // "-", "нет" and the like are nobody's address
    private const int Different = 4;    // nor is KZ000000000000000000 an account, or 7 777 777 77 77 a telephone to be reached at

    /// <summary>
    /// Letters and digits alone count, whatever their case; null for a text with fewer than five of them, or fewer than four different ones.
    /// </summary>
    public static Trait? Of(TraitKind kind, string? text)
    {
        var letters = string.Concat((text ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant().Replace('Ё', 'Е');
        if (kind is TraitKind.Phone && letters.Length > 10)
            letters = letters[^10..];    // +7 and 8 are the same country
        if (letters.Length < Least || letters.Distinct().Count() < Different)
            return null;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}|{letters}"));
        return new Trait(kind, BinaryPrimitives.ReadInt64BigEndian(hash) >>> 16);
    }
}

/// <summary>Kinds of traits. The numbers are stored: new ones go to the end.</summary>
public enum TraitKind
{
    None,

    /// <summary>The head: name and personal number together.</summary>
    Head,

    /// <summary>The full name of a head, signatory or member of a commission, alone: namesakes have it in common.</summary>
    FullName,
    BankAccount,
    Email,
    Phone,
    Address,

    /// <summary>Who wrote a bid at the portal.</summary>
    BidWriter,
}
