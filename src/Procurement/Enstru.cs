namespace Procurement;

/// <summary>
/// A code of the classifier of goods, works and services (ЕНС ТРУ): six, three and six digits, 257113.900.000001. The spelling
/// before 2016 (61.10.11.06.01.00.00) is another classifier and is not read.
/// </summary>
public readonly record struct Enstru
{
    internal const int Length = 17;

    private readonly string? code;

    private Enstru(string code) => this.code = code;

    /// <summary>The code with its two dots; empty for the default value.</summary>
    public string Code => code ?? "";

    /// <summary>The first six digits: the statistical class of the product, shared by like things.</summary>
    public string Group => Code.Length == Length ? Code[..6] : "";

    public override string ToString() => Code;

    public static bool TryParse(string? text, out Enstru code)
    {
        code = text is not null && Is(text) ? new Enstru(text) : default;
        return code.code is not null;
    }

    private static bool Is(string text)
    {
        if (text.Length != Length)
            return false;
        for (var i = 0; i < Length; i++)
        {
            if (i is 6 or 10 ? text[i] != '.' : !char.IsAsciiDigit(text[i]))
                return false;
        }
        return true;
    }
}
