using Risk.Pictures;
using Risk.Portraits;
using Xunit;

namespace Library.Tests.Risk.Pictures;

/// <summary>A line is 592 wide from 24 on; its right end stands for 1.15 times the largest value told.</summary>
public class PortraitPictureTests
{
    private static Figure Figure(double value, double lower, double median, double upper) =>
        new("bids", value, 9, new PeerRange(12, lower, median, upper));

    private static Drawn Draw(params Figure[] figures) =>
        new(PortraitPicture.Draw(figures, new("How it buys: <first> & last", [.. figures.Select((_, i) => $"figure {i + 1}")])));

    [Fact]
    public void The_title_says_all_that_the_text_says() => Assert.Equal("How it buys: <first> & last", Draw(Figure(1, 1, 1, 1)).Title);

    [Fact]
    public void The_band_is_the_middle_half_the_stroke_the_median_the_diamond_the_buyer()
    {
        var drawn = Draw(Figure(2.3, 1.15, 3.45, 4));    // the end of the line is 4.6

        Assert.Equal("0 0 640 66", drawn.View);
        Assert.Equal(["24 24 start #1f2933 figure 1"], drawn.Of("text"));
        Assert.Equal("172 33 366.8 10 2 #9fb3c8", drawn.Of("rect")[1]);
        Assert.Equal(["24 38 616 38 #52606d 1", "468 30 468 46 #486581 2"], drawn.Of("line"));
        Assert.Equal(["M320 31L327 38L320 45L313 38Z #b44d12"], drawn.Of("path"));
    }

    [Fact]
    public void A_buyer_beyond_its_peers_sets_the_scale() =>
        Assert.Equal("M538.8 31L545.8 38L538.8 45L531.8 38Z #b44d12", Draw(Figure(4, 1, 1, 2)).Of("path")[0]);

    [Fact]
    public void A_value_below_zero_stands_at_the_left_end_and_a_thin_band_is_seen()
    {
        var drawn = Draw(Figure(-1, 0, 0, 0));

        Assert.StartsWith("M24 ", drawn.Of("path")[0], StringComparison.Ordinal);
        Assert.Equal("24 33 2 10 2 #9fb3c8", drawn.Of("rect")[1]);
    }

    [Fact]
    public void Figures_without_peers_are_left_out()
    {
        var drawn = Draw(Figure(1, 1, 1, 1), Figure(1, 1, 1, 1) with { Peers = null }, Figure(1, 1, 1, 1));

        Assert.Equal("0 0 640 112", drawn.View);
        Assert.Equal(["24 24 start #1f2933 figure 1", "24 70 start #1f2933 figure 3"], drawn.Of("text"));
    }

    [Fact]
    public void Words_that_are_wider_than_the_picture_go_on_in_a_second_line()
    {
        var words = "• Жоспарлы бағасының әдеттегіге қатынасы – ×1,25; ұқсас 34 тапсырыс берушіде әдетте ×1,10";
        var drawn = new Drawn(PortraitPicture.Draw([Figure(1, 1, 1, 1)], new("t", [words])));

        Assert.Equal(words, string.Join(' ', drawn.Words));
        Assert.Equal(2, drawn.Words.Count);
        Assert.All(drawn.Words, line => Assert.InRange(line.Length, 1, 67));
        Assert.Equal("0 0 640 84", drawn.View);
    }

    [Fact]
    public void Every_figure_has_its_words()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PortraitPicture.Draw([Figure(1, 1, 1, 1)], new("t", [])));
        Assert.Throws<ArgumentNullException>("figures", () => PortraitPicture.Draw(null!, new("t", [])));
        Assert.Throws<ArgumentNullException>("labels", () => PortraitPicture.Draw([], null!));
    }
}
