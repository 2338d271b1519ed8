using Risk;
using Xunit;
using static Library.Tests.Risk.GivenDeal;

namespace Library.Tests.Risk;

public class UnderDisputeOrControlTests
{
    [Theory]
    [InlineData(420, "paused")]
    [InlineData(440, "appeal")]
    [InlineData(444, "control")]
    [InlineData(510, "review")]
    [InlineData(520, "review")]
    [InlineData(530, "review")]
    [InlineData(540, "review")]
    [InlineData(550, "review")]
    [InlineData(430, null)]
    [InlineData(360, null)]
    [InlineData(460, null)]
    public void Status_of_the_lot_or_the_announcement(int status, string? variant)
    {
        var file = File();
        Finding[] findings =
        [
            (file with { Lot = HeldLot with { StatusId = status } }).Finding("KZ-30"),
            (file with { Announcement = file.Announcement! with { StatusId = status } }).Finding("KZ-30"),
        ];

        Assert.All(findings, finding => Assert.Equal((variant is null ? State.Clear : State.Fired, variant), (finding.State, finding.Variant)));
        Assert.All(findings, finding => Assert.Equal(Tier.T3, finding.Tier));
    }

    [Fact]
    public void A_complaint_known_by_now_is_told_with_its_day()
    {
        var file = File();
        var told = (file with { Announcement = file.Announcement! with { Complained = AsOf } }).Finding("KZ-30");

        Assert.Equal((State.Fired, (object)AsOf), (told.State, told.Facts["day"]));
        Assert.Equal(State.Clear, (file with { Announcement = file.Announcement! with { Complained = AsOf.AddSeconds(1) } }).Finding("KZ-30").State);
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        var file = File();

        Assert.Equal(["announcement"], (file with { Announcement = null }).Finding("KZ-30").Missing);
        Assert.Equal(
            ["status"],
            (file with { Lot = HeldLot with { StatusId = null }, Announcement = file.Announcement! with { StatusId = null } }).Finding("KZ-30").Missing);
    }
}
