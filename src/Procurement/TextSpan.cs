namespace Procurement;

/// <summary>A stretch of a text, in UTF-16 characters of the text as it was given.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;

    public string In(string text) => text.Substring(Start, Length);
}
