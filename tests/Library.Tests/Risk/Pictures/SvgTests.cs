using Risk.Pictures;
using Xunit;

namespace Library.Tests.Risk.Pictures;

/// <summary>A label stays within a picture that is 500 wide.</summary>
public class SvgTests
{
    [Theory]
    [InlineData(99, null, "start")]
    [InlineData(100, null, "middle")]
    [InlineData(400, null, "middle")]
    [InlineData(401, null, "end")]
    [InlineData(99, "end", "end")]
    public void At_the_edges_a_label_is_anchored_on_its_outer_side(double x, string? anchor, string expected)
    {
        var svg = new Svg(500, 100, "title");
        svg.Label(x, 20, "words", Svg.Ink, anchor);

        Assert.Equal([$"{x} 20 {expected} #1f2933 words"], new Drawn(svg.ToString()).Of("text"));
    }
}
