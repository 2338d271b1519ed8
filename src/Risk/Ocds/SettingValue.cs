using System.Globalization;

namespace Risk.Ocds;

/// <summary>A value of a settings file, read as what its name asks for; a <see cref="FormatException"/> says what that is.</summary>
internal sealed record SettingValue(string Name, string Text, bool Cardinal)
{
    private const int HighestPercentile = 100;

    /// <summary>Names between |; an empty value has none.</summary>
    public IReadOnlyList<string> List
    {
        get
        {
            var names = Text.Split('|').Select(name => Cardinal ? name : name.Trim()).ToList();
            if (names[^1] == "")
                names.RemoveAt(names.Count - 1);    // a | at the end ends the last name and begins none
            return names;
        }
    }

    public double Number =>
        double.TryParse(Bare, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number : throw Wrong("a number, like 0.5");

    /// <summary>May be negative.</summary>
    public long Whole => long.TryParse(Bare, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        ? number : throw Wrong("a whole number");

    public long Count => long.TryParse(Bare, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= 0
        ? number : throw Wrong("a whole number from 0");

    public int Percentile => Count is <= HighestPercentile and var number ? (int)number : throw Wrong("a whole number from 0 to 100");

    /// <summary>Without a comment behind it, as the examples of the older engine's pages have them.</summary>
    private string Bare => Text.Split('#', ';')[0].TrimEnd();

    private FormatException Wrong(string wanted) => new($"{Name} wants {wanted}, not \"{Text}\".");
}
