using System.Security.Cryptography;
using Bot.Storage;

namespace Bot.Tips;

/// <summary>Sixteen digits that lead back to a tip from any channel. Shown in fours, so that they can be read aloud.</summary>
public readonly record struct Receipt(string Digits)
{
    private const int Length = 16;    // 53 bits: a guess a second for a thousand years, and guessing is slowed down

    public static Receipt New() => new(RandomNumberGenerator.GetString("0123456789", Length));

    /// <summary>A text that is a receipt and nothing else, however it is spaced.</summary>
    public static Receipt? In(string text)
    {
        if (text.Length > 3 * Length || text.Any(letter => !char.IsAsciiDigit(letter) && !char.IsWhiteSpace(letter) && letter is not ('-' or '–' or '.')))
            return null;
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return digits.Length == Length ? new Receipt(digits) : null;
    }

    /// <summary>Enough to tell one's own tips apart, not enough to use.</summary>
    public string Short => Digits[..4] + "…";

    public override string ToString() => string.Join('\u00A0', Digits.Chunk(4).Select(four => new string(four)));

    public string Hash(Seal seal) => seal.Hash("receipt", Digits);
}
