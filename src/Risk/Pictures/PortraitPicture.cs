using Risk.Portraits;

namespace Risk.Pictures;

/// <summary>A buyer's figures, a line each: the band is the middle half of its peers, the stroke in it their median, the diamond the buyer.</summary>
public static class PortraitPicture
{
    private const int Width = 640, Left = 24, Right = 616, Top = 10;
    private const int Line = 18, Scale = 28;    // height of a line of words, and of the scale below it
    private const double Room = 1.15;    // the rightmost mark keeps off the edge

    /// <param name="Title">All that the picture says, as sentences.</param>
    /// <param name="Rows">Label of each figure with its numbers, in the order of the figures.</param>
    public sealed record Labels(string Title, IReadOnlyList<string> Rows);

    /// <summary>Draws the figures that have peers.</summary>
    public static string Draw(IReadOnlyList<Figure> figures, Labels labels)
    {
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentOutOfRangeException.ThrowIfNotEqual(labels.Rows.Count, figures.Count);
        var rows = figures.Zip(labels.Rows).Where(pair => pair.First.Peers is not null)
            .Select(pair => (Figure: pair.First, Peers: pair.First.Peers!, Words: Svg.Lines(pair.Second, Right - Left))).ToList();
        var svg = new Svg(Width, Top + rows.Sum(row => (row.Words.Count * Line) + Scale) + Top, labels.Title);
        var y = Top;
        foreach (var (figure, peers, words) in rows)
        {
            var most = Math.Max(Math.Max(figure.Value, peers.Upper), double.Epsilon) * Room;
            double Place(double value) => Left + (Math.Max(value, 0) / most * (Right - Left));
            foreach (var line in words)
                svg.Label(Left, (y += Line) - 4, line, Svg.Ink, "start");
            svg.Line(Left, y + 10, Right, y + 10, Svg.Quiet);
            svg.Box(Place(peers.Lower), y + 5, Math.Max(Place(peers.Upper) - Place(peers.Lower), 2), 10, Svg.Band);
            svg.Line(Place(peers.Median), y + 2, Place(peers.Median), y + 18, Svg.Dots, 2);
            svg.Diamond(Place(figure.Value), y + 10, 7, Svg.Mark);
            y += Scale;
        }

        return svg.ToString();
    }
}
