using Risk;
using Risk.Populations;
using Xunit;

namespace Library.Tests.Risk;

/// <summary>Where a bid may lie at a dumping floor, by what the population remembers of a lot.</summary>
public class FloorTests
{
    private const int PriceProposals = 3;
    private const int Tender = 2;
    private const int EShop = 60;
    private const int Points = 188;

    /// <param name="bid">Of a planned sum of a thousand tenge.</param>
    private static bool MayBeAt(int method, int subject, string day, int bid) => Floor.MayBeAt(
        new LotFact
        {
            Id = 1,
            Method = (short)method,
            Subject = (byte)subject,
            AmountTiyn = 100_000,
            Published = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture).DayNumber,
        },
        bid, Catalogue.Current);

    [Theory]
    [InlineData(PriceProposals, 2, 900, true)]
    [InlineData(PriceProposals, 2, 980, false)]      // the floor of works is not that of a request for prices
    [InlineData(Tender, 1, 900, true)]
    [InlineData(Tender, 1, 901, true)]               // a thousandth is rounding
    [InlineData(Tender, 1, 902, false)]
    [InlineData(Tender, 1, 899, true)]
    [InlineData(Tender, 1, 898, false)]
    [InlineData(Tender, 1, 950, false)]
    [InlineData(Tender, 2, 980, true)]               // of works it is not remembered which: any share will do
    [InlineData(Tender, 2, 950, true)]
    [InlineData(Tender, 2, 900, true)]
    [InlineData(Tender, 2, 800, true)]
    [InlineData(Tender, 2, 850, false)]
    [InlineData(Tender, 3, 850, false)]
    [InlineData(23, 1, 850, false)]
    [InlineData(EShop, 1, 500, true)]                // its floor hangs on the mean of offers
    [InlineData(Points, 2, 500, true)]               // all bid at the floor, points decide
    public void Now(int method, int subject, int bid, bool expected) => Assert.Equal(expected, MayBeAt(method, subject, "2026-03-01", bid));

    [Theory]
    [InlineData("2018-12-31", 950, false)]
    [InlineData("2019-01-01", 950, true)]
    [InlineData("2024-12-31", 950, true)]
    [InlineData("2024-12-31", 980, false)]
    [InlineData("2024-12-31", 900, false)]
    [InlineData("2025-01-01", 980, true)]
    [InlineData("2025-01-01", 900, true)]
    public void Shares_count_from_their_first_day_to_their_last(string day, int bid, bool expected)
    {
        Assert.Equal(expected, MayBeAt(Tender, 2, day, bid));
        Assert.Equal(expected && bid != 980, MayBeAt(PriceProposals, 2, day, bid) && bid != 980);
    }
}
