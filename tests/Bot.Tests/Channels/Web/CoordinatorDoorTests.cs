using Bot.Channels.Web;
using Bot.Tests.Promises;
using Xunit;

namespace Bot.Tests.Channels.Web;

/// <summary>The operator sees who may read on the coordinators' page, and ends it.</summary>
[Trait("Catalogue", "S9")]
public sealed class CoordinatorDoorTests
{
    [Fact]
    public async Task The_operator_ends_a_session_by_its_name_and_its_key_opens_nothing_any_more()
    {
        await using var house = await TelegramHouse.Open();
        var door = house.The<CoordinatorDoor>();
        var (first, second) = (await door.Invite(default), await door.Invite(default));
        var (mine, theirs) = (await door.Enter(first, "Айгүл", default), await door.Enter(second, "Берік", default));
        await door.Invite(default);
        Assert.Equal(["Айгүл", "Берік", null], (await door.List(default)).Select(one => one.Name));

        Assert.Equal(0, await CommandLine.Run(["coordinators", "end", "Айгүл", .. house.Store]));
        Assert.Null(await door.NameOf(mine!, default));
        Assert.Null(await door.Enter(first, "Айгүл", default));
        Assert.Equal("Берік", await door.NameOf(theirs!, default));
        Assert.Equal(1, await CommandLine.Run(["coordinators", "end", "Айгүл", .. house.Store]));
    }

    [Fact]
    public async Task An_open_invitation_can_be_taken_back_by_its_mark_and_all_at_once()
    {
        await using var house = await TelegramHouse.Open();
        var door = house.The<CoordinatorDoor>();
        var (lost, good) = (await door.Invite(default), await door.Invite(default));
        Assert.Equal(1, await door.End((await door.List(default))[0].Mark, default));
        Assert.Null(await door.Enter(lost, "Somebody", default));
        var session = await door.Enter(good, "Берік", default);

        Assert.Equal(1, await door.End(null, default));
        Assert.Null(await door.NameOf(session!, default));
        Assert.Empty(await door.List(default));
    }

    [Fact]
    public async Task What_ended_by_itself_is_not_in_the_list()
    {
        await using var house = await TelegramHouse.Open();
        var door = house.The<CoordinatorDoor>();
        await door.Enter(await door.Invite(default), "Айгүл", default);
        await door.Invite(default);
        house.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("Айгүл", Assert.Single(await door.List(default)).Name);
        house.Clock.Advance(TimeSpan.FromDays(13));
        Assert.Empty(await door.List(default));
    }
}
