using Procurement;
using Xunit;

namespace Library.Tests.Procurement;

public class BinTests
{
    [Theory]
    [InlineData("020340002199")]
    [InlineData("970140002674")]
    [InlineData("000540002866")]
    [InlineData("050140002945")]    // its check digit comes from the second pass
    [InlineData("160440007161")]
    public void Numbers_of_real_buyers_are_valid(string digits)
    {
        Assert.True(Bin.TryParse(digits, out var bin));
        Assert.Equal(digits, bin.Value);
    }

    [Theory]
    [InlineData("020340002190")]     // wrong check digit
    [InlineData("050140002946")]     // wrong in the second pass
    [InlineData("02034000219")]      // eleven digits
    [InlineData("0203400021990")]    // thirteen
    [InlineData("02034000219a")]
    [InlineData("０２０３４０００２１９９")]
    [InlineData(" 020340002199")]
    [InlineData("")]
    [InlineData(null)]
    public void Anything_else_is_not(string? digits) => Assert.False(Bin.TryParse(digits, out _));

    [Theory]
    [InlineData("990101323786")]
    [InlineData("990101300013")]
    public void A_private_number_is_told_apart_by_its_fifth_digit(string digits)
    {
        Assert.True(Bin.HasRightCheckDigit(digits));
        Assert.True(Bin.IsForPerson(digits));
        Assert.False(Bin.IsForBusiness(digits));
        Assert.False(Bin.TryParse(digits, out _));
    }

    [Fact]
    public void A_remainder_of_ten_in_both_passes_is_no_number()
    {
        var twice = Enumerable.Range(0, 100_000).Select(serial => $"99014{serial:000000}").First(eleven =>
            Enumerable.Range(0, 10).All(digit => !Bin.HasRightCheckDigit($"{eleven}{digit}")));

        Assert.False(Bin.TryParse(twice + "0", out _));
    }

    [Fact]
    public async Task Every_organisation_of_the_sample_passes()
    {
        var organisations = (await SampleTests.Read("organisations")).Select(reading => (Organisation)reading.Record!);

        Assert.All(organisations, organisation => Assert.True(Bin.TryParse(organisation.Bin, out _), organisation.Bin));
    }

    [Fact]
    public void The_empty_value_is_empty_text() => Assert.Equal("", default(Bin).ToString());
}
