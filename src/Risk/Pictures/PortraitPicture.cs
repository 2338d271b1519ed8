using Risk.Portraits;

namespace Risk.Pictures;

/// <summary>A buyer's figures, a line each: the band is the middle half of its peers, the stroke in it their median, the diamond the buyer.</summary>
public static class PortraitPicture
{
    private const int Width = 640, Row = 44, Left = 24, Right = 616, Top = 10;
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
        var svg = new Svg(Width, Top + (Row * figures.Count(figure => figure.Peers is not null)) + Top, labels.Title);
        var y = Top + 0.0;
        foreach (var (figure, words) in figures.Zip(labels.Rows).Where(pair => pair.First.Peers is not null))
        {
            var peers = figure.Peers!;
            var most = Math.Max(Math.Max(figure.Value, peers.Upper), double.Epsilon) * Room;
            double Place(double value) => Left + (Math.Max(value, 0) / most * (Right - Left));
            svg.Label(Left, y + 14, words, Svg.Ink, "start");
            svg.Line(Left, y + 28, Right, y + 28, Svg.Quiet);
            svg.Box(Place(peers.Lower), y + 23, Math.Max(Place(peers.Upper) - Place(peers.Lower), 2), 10, Svg.Band);
            svg.Line(Place(peers.Median), y + 20, Place(peers.Median), y + 36, Svg.Dots, 2);
            svg.Diamond(Place(figure.Value), y + 28, 7, Svg.Mark);
            y += Row;
        }

        return svg.ToString();
    }
}
