using Bot.Tips;
using Xunit;

namespace Bot.Tests.Tips;

/// <summary>Tips that are filed at the same moment have different numbers.</summary>
public sealed class TipNumbersTests
{
    [Fact]
    public void Who_files_before_the_other_has_saved_gets_the_next_number()
    {
        var numbers = new TipNumbers();

        Assert.Equal([8, 9, 10], [numbers.After(7), numbers.After(7), numbers.After(8)]);
        Assert.Equal(21, numbers.After(20));    // another node has filed meanwhile
    }
}
