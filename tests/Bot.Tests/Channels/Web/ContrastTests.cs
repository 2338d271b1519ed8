using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Channels.Web;
using Xunit;

namespace Bot.Tests.Channels.Web;

/// <summary>The pages' colours against WCAG 2.2 level AA: 4.5 for text, 3 for the outlines of what can be used.</summary>
public sealed class ContrastTests
{
    private static readonly string Style = ReadStyle();
    private static readonly string Night = Style[Style.IndexOf("prefers-color-scheme: dark", StringComparison.Ordinal)..];

    [Theory]
    [InlineData("ink paper surface own", 4.5), InlineData("quiet paper surface own", 4.5), InlineData("link paper surface own", 4.5)]
    [InlineData("danger paper surface own", 4.5), InlineData("on-accent accent", 4.5), InlineData("edge paper surface", 3)]
    public void Every_text_can_be_read_on_its_ground_by_day_and_by_night(string colours, double least)
    {
        var names = colours.Split(' ');
        foreach (var style in (string[])[Style, Night])
            Assert.All(names[1..], ground => Assert.InRange(Contrast(Colour(style, names[0]), Colour(style, ground)), least, 21));
    }

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <summary>Relative luminance as WCAG 2.2 defines it.</summary>
    private static double Luminance(string colour)
    {
        var digits = colour.Length == 4 ? string.Concat(colour[1..].Select(digit => $"{digit}{digit}")) : colour[1..];
        var parts = digits.Chunk(2).Select(pair => int.Parse(pair, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)).ToArray();
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }

    /// <summary>The night changes only some colours; the others stay those of the day.</summary>
    private static string Colour(string style, string name) =>
        new[] { style, Style }.Select(text => Definition(name).Match(text)).First(found => found.Success).Groups[1].Value;

    private static Regex Definition(string name) => new($"--{name}: (#[0-9a-f]+);");

    private static string ReadStyle()
    {
        using var resource = new StreamReader(typeof(WebChannel).Assembly.GetManifestResourceStream("Bot.Channels.Web.pages.page.css")!);
        return resource.ReadToEnd();
    }
}
