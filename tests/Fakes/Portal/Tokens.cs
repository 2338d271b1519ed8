using System.Globalization;
using System.Text;

namespace Fakes.Portal;

/// <summary>The words and signs of a GraphQL text one after another; white space, commas and comments do not count.</summary>
internal sealed class Tokens
{
    private const string Signs = "{}()[]:=!$@|&";

    private readonly string text;
    private int at;

    public Tokens(string text)
    {
        this.text = text;
        Move();
    }

    /// <summary>The token that comes next; "" at the end. A string begins with its quotation mark.</summary>
    public string Current { get; private set; } = "";
    public bool AtEnd => Current.Length == 0;

    public string Next()
    {
        var token = Current;
        Move();
        return token;
    }

    public bool Take(string sign)
    {
        if (Current != sign)
            return AtEnd ? throw Wrong(sign) : false;
        Move();
        return true;
    }

    /// <summary>Whether the sign comes next; it is not taken.</summary>
    public bool Sees(string sign) => Current == sign;

    public void Expect(string sign)
    {
        if (Current != sign)
            throw Wrong(sign);
        Move();
    }

    public string Name() => Current.Length > 0 && (char.IsAsciiLetter(Current[0]) || Current[0] == '_') ? Next() : throw Wrong("Name");

    public QuestionFault Wrong(string wanted) =>
        new($"Syntax Error: Expected {wanted}, found {(AtEnd ? "<EOF>" : Current)}");

    private void Move()
    {
        Skip();
        if (at >= text.Length)
        {
            Current = "";
            return;
        }

        var start = at;
        var first = text[at++];
        if (char.IsAsciiLetter(first) || first == '_')
            Current = Run(start, letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');
        else if (char.IsAsciiDigit(first) || first == '-')
            Current = Run(start, letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '+' or '-');
        else if (first == '"')
            Current = Quoted();
        else if (text.AsSpan(start).StartsWith("..."))
            (Current, at) = ("...", start + 3);
        else if (Signs.Contains(first))
            Current = first.ToString();
        else
            throw new QuestionFault($"Syntax Error: Cannot parse the unexpected character \"{first}\".");
    }

    private void Skip()
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] is ',' or '#' or '\uFEFF'))
            if (text[at] == '#')
                at = text.IndexOf('\n', at) is >= 0 and var end ? end : text.Length;
            else
                at++;
    }

    private string Run(int start, Func<char, bool> belongs)
    {
        while (at < text.Length && belongs(text[at]))
            at++;
        return text[start..at];
    }

    private string Quoted()
    {
        var value = new StringBuilder("\"");
        while (at < text.Length && text[at] is not '"' and not '\n')
        {
            var letter = text[at++];
            value.Append(letter == '\\' && at < text.Length ? Escape(text[at++]) : letter);
        }

        if (at >= text.Length || text[at] != '"')
            throw new QuestionFault("Syntax Error: Unterminated string.");
        at++;
        return value.ToString();
    }

    private char Escape(char letter)
    {
        switch (letter)
        {
            case '"' or '\\' or '/':
                return letter;
            case 'n':
                return '\n';
            case 't':
                return '\t';
            case 'r':
                return '\r';
            case 'u' when at + 4 <= text.Length
                && ushort.TryParse(text.AsSpan(at, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code):
                at += 4;
                return (char)code;
            default:
                throw new QuestionFault($"Syntax Error: Invalid character escape sequence \\{letter}.");
        }
    }
}

/// <summary>The question is wrong: answered with HTTP 200 and errors[].</summary>
internal sealed class QuestionFault(string message) : Exception(message);
