using System.Globalization;
using Risk;
using Risk.Pictures;
using Xunit;

namespace Library.Tests.Risk.Pictures;

/// <summary>From 100 to 400 tenge the scale is two doublings long: 200 lies in the middle, at 40 + 560 / 2.</summary>
public class PricePictureTests
{
    private static readonly PricePicture.Labels Words =
        new("Price 400 ₸, usual 100 ₸ <12 contracts> & \"ordinary\" up to 200 ₸", "usual 100 ₸", "up to 200 ₸", "here 400 ₸");

    private static Benchmark Among(decimal median, decimal fence) => new("region", 12, 3, median, median, fence);

    private static Drawn Draw(decimal price, decimal median, decimal fence, params decimal[] others) =>
        new(PricePicture.Draw(price, Among(median, fence), others, Words));

    [Fact]
    public void The_title_says_all_that_the_text_says()
    {
        var drawn = Draw(400, 100, 200, 100);

        Assert.Equal(Words.Title, drawn.Title);
        Assert.Equal("img", drawn.Role);
        Assert.Equal("0 0 640 162", drawn.View);
        Assert.Equal(["usual 100 ₸", "up to 200 ₸", "here 400 ₸"], drawn.Words);
    }

    [Fact]
    public void Everything_stands_at_its_price()
    {
        var drawn = Draw(400, 100, 200, 100, 200);

        Assert.Equal(["640 162 8 #ffffff", "40 80 280 12 2 #9fb3c8"], drawn.Of("rect"));
        Assert.Equal(["40 72 4 #486581 0.55", "320 79 4 #486581 0.55"], drawn.Of("circle"));
        Assert.Equal(["M600 77L609 86L600 95L591 86Z #b44d12"], drawn.Of("path"));
        Assert.Equal(
            ["40 86 600 86 #52606d 1", "40 86 40 118 #52606d 1 4 3", "320 86 320 140 #52606d 1 4 3", "600 46 600 86 #b44d12 2"],
            drawn.Of("line"));
        Assert.Equal(
            ["40 130 start #52606d usual 100 ₸", "320 152 middle #52606d up to 200 ₸", "600 38 end #b44d12 here 400 ₸"], drawn.Of("text"));
    }

    [Fact]
    public void Dots_step_aside_in_turns_of_five()
    {
        var drawn = Draw(400, 100, 200, 100, 100, 100, 100, 100, 100);

        Assert.Equal(["72", "79", "86", "93", "100", "72"], drawn.Of("circle").Select(dot => dot.Split(' ')[1]));
    }

    [Theory]
    [InlineData(400, 200, 300, 100, 40, 320)]    // another's price is the least
    [InlineData(100, 200, 300, 400, 600, 320)]   // another's price is the most, the own one the least
    [InlineData(200, 100, 400, 200, 320, 40)]    // median and fence are the ends
    public void The_scale_goes_from_the_least_to_the_most(int price, int median, int fence, int other, int dot, int band)
    {
        var drawn = Draw(price, median, fence, other);

        Assert.StartsWith($"{dot} ", drawn.Of("circle")[0], StringComparison.Ordinal);
        Assert.StartsWith($"{band} ", drawn.Of("rect")[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Where_all_prices_are_the_same_everything_stands_in_the_middle()
    {
        var drawn = Draw(100, 100, 100, 100);

        Assert.Equal("320 80 2 12 2 #9fb3c8", drawn.Of("rect")[1]);
        Assert.StartsWith("M320 ", drawn.Of("path")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void The_culture_of_the_machine_changes_nothing()
    {
        var usual = CultureInfo.CurrentCulture;
        var expected = PricePicture.Draw(333, Among(100, 210.5m), [150], Words);
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("ru-RU");
            Assert.Equal(expected, PricePicture.Draw(333, Among(100, 210.5m), [150], Words));
            Assert.Contains('.', expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = usual;
        }
    }

    [Fact]
    public void Nothing_may_be_left_out()
    {
        Assert.Throws<ArgumentNullException>("benchmark", () => PricePicture.Draw(1, null!, [], Words));
        Assert.Throws<ArgumentNullException>("others", () => PricePicture.Draw(1, Among(1, 1), null!, Words));
        Assert.Throws<ArgumentNullException>("labels", () => PricePicture.Draw(1, Among(1, 1), [], null!));
    }
}
