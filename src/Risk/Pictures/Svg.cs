using System.Globalization;
using System.Text;

namespace Risk.Pictures;

/// <summary>Writes a small picture as SVG. It has its own light ground, so that it reads the same on a dark page and on paper.</summary>
internal sealed class Svg
{
    public const string Ink = "#1f2933", Quiet = "#52606d", Band = "#9fb3c8", Dots = "#486581", Mark = "#b44d12";
    private const double Letter = 8.8;    // a wide letter of the mean text at this size; Kazakh and Russian have more of them than English
    private readonly StringBuilder text = new();
    private readonly int width;
    private readonly int height;

    /// <param name="title">The whole content of the picture in words: what a reader hears who does not see it.</param>
    public Svg(int width, int height, string title)
    {
        (this.width, this.height) = (width, height);
        text.Append(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" role=\"img\" font-family=\"sans-serif\" font-size=\"16\">");
        text.Append(CultureInfo.InvariantCulture, $"<title>{Escape(title)}</title><rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"#ffffff\"/>");
    }

    public void Line(double x1, double y1, double x2, double y2, string colour, double thickness = 1, bool dashed = false) =>
        text.Append(CultureInfo.InvariantCulture, $"<line x1=\"{x1:0.#}\" y1=\"{y1:0.#}\" x2=\"{x2:0.#}\" y2=\"{y2:0.#}\" stroke=\"{colour}\"")
            .Append(CultureInfo.InvariantCulture, $" stroke-width=\"{thickness:0.#}\"{(dashed ? " stroke-dasharray=\"4 3\"" : "")}/>");

    public void Box(double x, double y, double boxWidth, double boxHeight, string colour) =>
        text.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{boxWidth:0.#}\" height=\"{boxHeight:0.#}\" rx=\"2\" fill=\"{colour}\"/>");

    public void Dot(double x, double y, double radius, string colour, double opacity = 1) =>
        text.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{radius:0.#}\" fill=\"{colour}\" fill-opacity=\"{opacity:0.##}\"/>");

    /// <summary>A diamond: told from the dots by its form, not by its colour alone.</summary>
    public void Diamond(double x, double y, double radius, string colour) =>
        text.Append(CultureInfo.InvariantCulture,
            $"<path d=\"M{x:0.#} {y - radius:0.#}L{x + radius:0.#} {y:0.#}L{x:0.#} {y + radius:0.#}L{x - radius:0.#} {y:0.#}Z\" fill=\"{colour}\"/>");

    /// <summary>A label that stays within the picture: anchored in its middle, at the edges on its outer side.</summary>
    public void Label(double x, double y, string words, string colour = Quiet, string? anchor = null)
    {
        anchor ??= x < width * 0.2 ? "start" : x > width * 0.8 ? "end" : "middle";
        text.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\" fill=\"{colour}\">{Escape(words)}</text>");
    }

    /// <summary>Words in as many lines as this width asks for, broken between words.</summary>
    public static IReadOnlyList<string> Lines(string words, double room)
    {
        List<string> lines = [];
        var rest = words;
        for (var most = (int)(room / Letter); rest.Length > most && rest.LastIndexOf(' ', most) is > 0 and var end; rest = rest[(end + 1)..])
            lines.Add(rest[..end]);
        return [.. lines, rest];
    }

    public override string ToString() => $"{text}</svg>";

    private static string Escape(string words) => System.Security.SecurityElement.Escape(words)!;
}
