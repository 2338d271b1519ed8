using Bot.Tips;
using Bot.Triage;
using Fakes.Telegram;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Promises;

/// <summary>Buttons are bound to the person, the chat and the question; who is no coordinator any more presses in vain.</summary>
public sealed class PressTests
{
    private static readonly FakePerson Stranger = new(TelegramHouse.Berik, "Somebody");

    [Fact, Trait("Catalogue", "S7")]
    public async Task A_button_of_one_person_means_nothing_in_the_hand_of_another()
    {
        await using var house = await TelegramHouse.Open();
        await house.Say(TelegramHouse.Aigul, "Too dear, lot 85634585-ЗЦП1");
        await house.Say(TelegramHouse.Berik, "My neighbour's story");
        await Press(house, TelegramHouse.Berik, house.Button(TelegramHouse.Aigul, "Done").Data);

        Assert.Empty(await house.Look(db => db.Tips.ToListAsync()));
        Assert.Contains("This button is old", Said(house, TelegramHouse.Berik), StringComparison.Ordinal);
    }

    [Theory, Trait("Catalogue", "S7")]
    [InlineData("other action")]
    [InlineData("other question")]
    [InlineData("other signature")]
    [InlineData("no signature")]
    [InlineData("a thousand bytes")]
    public async Task A_button_that_was_changed_by_one_sign_is_refused(string change)
    {
        await using var house = await TelegramHouse.Open();
        await house.Say(TelegramHouse.Aigul, "Too dear, lot 85634585-ЗЦП1");
        var parts = house.Button(TelegramHouse.Aigul, "Done").Data.Split('~');
        await Press(house, TelegramHouse.Aigul, change switch
        {
            "other action" => $"/forget~0~{parts[2]}",
            "other question" => $"{parts[0]}~{parts[1]}1~{parts[2]}",
            "other signature" => $"{parts[0]}~{parts[1]}~{(parts[2][0] == 'A' ? 'B' : 'A')}{parts[2][1..]}",
            "no signature" => $"{parts[0]}~{parts[1]}~",
            _ => new string('~', 1000),
        });

        Assert.Empty(await house.Look(db => db.Tips.ToListAsync()));
        Assert.Contains("This button is old", Said(house, TelegramHouse.Aigul), StringComparison.Ordinal);
    }

    [Fact, Trait("Catalogue", "S7")]
    public async Task A_button_of_a_question_that_is_over_is_refused()
    {
        await using var house = await TelegramHouse.Open();
        await house.Say(TelegramHouse.Aigul, "Too dear, lot 85634585-ЗЦП1");
        var done = house.Button(TelegramHouse.Aigul, "Done").Data;
        await house.Press(TelegramHouse.Aigul, "Done");
        await house.Say(TelegramHouse.Aigul, "and the roof leaks");
        await house.Press(TelegramHouse.Aigul, "A new story");
        await Press(house, TelegramHouse.Aigul, done);

        Assert.Equal(1, await house.Look(db => db.Tips.CountAsync()));
        Assert.Contains("This button is old", Said(house, TelegramHouse.Aigul), StringComparison.Ordinal);
    }

    [Fact, Trait("Catalogue", "S7")]
    public async Task A_button_of_the_group_is_nothing_outside_it_not_even_for_a_coordinator()
    {
        await using var house = await TelegramHouse.Open();
        await house.File(TelegramHouse.Aigul);
        var claim = house.Button(TelegramHouse.Desk, "Claim").Data;
        await Press(house, TelegramHouse.Berik, claim);
        house.Telegram.Press(-777, 1, claim, TelegramHouse.Asel);    // a group of somebody else
        await house.Go();

        Assert.Null((await house.Look(db => db.Cases.SingleAsync())).HolderId);
        Assert.Empty(house.Telegram.Messages(-777));
    }

    [Fact, Trait("Catalogue", "S9")]
    public async Task Who_left_the_group_presses_old_buttons_in_vain_until_they_are_back()
    {
        await using var house = await TelegramHouse.Open();
        await house.File(TelegramHouse.Aigul);
        house.Telegram.Say(TelegramHouse.Desk, "/queue", TelegramHouse.Asel);
        await house.Go();
        await Membership(house, "left_chat_member", TelegramHouse.Asel);
        var before = house.Telegram.Messages(TelegramHouse.Desk).Count;
        await house.Press(TelegramHouse.Desk, "Claim", TelegramHouse.Asel);
        await house.Press(TelegramHouse.Desk, "Full text", TelegramHouse.Asel);
        Assert.Null((await house.Look(db => db.Cases.SingleAsync())).HolderId);
        Assert.Equal(before, house.Telegram.Messages(TelegramHouse.Desk).Count);    // nothing is told either

        await Membership(house, "new_chat_members", TelegramHouse.Asel);
        await house.Press(TelegramHouse.Desk, "Claim", TelegramHouse.Asel);
        Assert.NotNull((await house.Look(db => db.Cases.SingleAsync())).HolderId);
    }

    [Fact, Trait("Catalogue", "S9")]
    public async Task Who_was_removed_before_ever_speaking_presses_in_vain_too_and_others_go_on()
    {
        await using var house = await TelegramHouse.Open();
        await house.File(TelegramHouse.Aigul);
        await Membership(house, "left_chat_member", Stranger);
        await house.Press(TelegramHouse.Desk, "Claim", Stranger);
        Assert.Null((await house.Look(db => db.Cases.SingleAsync())).HolderId);

        await house.Press(TelegramHouse.Desk, "Claim", TelegramHouse.Daniyar);
        Assert.Contains("Данияр has it", house.Last(TelegramHouse.Desk), StringComparison.Ordinal);
    }

    private static async Task Press(TelegramHouse house, long person, string data)
    {
        house.Telegram.Press(person, 1, data);
        await house.Go();
    }

    /// <summary>The group is told that somebody left it or was taken in, by an administrator or on their own.</summary>
    private static async Task Membership(TelegramHouse house, string what, FakePerson who)
    {
        System.Text.Json.Nodes.JsonObject person = new() { ["id"] = who.Id, ["is_bot"] = false, ["first_name"] = who.FirstName };
        house.Telegram.Send(TelegramHouse.Desk, new() { [what] = what == "new_chat_members" ? new System.Text.Json.Nodes.JsonArray(person) : person },
            TelegramHouse.Daniyar);
        await house.Go();
    }

    private static string Said(TelegramHouse house, long chat) => string.Join('\n', house.Telegram.Messages(chat).Select(message => message.Text));
}
