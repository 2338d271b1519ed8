using Bot.Channels.Telegram;
using Bot.Tests.Storage;
using Bot.Triage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bot.Tests.Promises;

/// <summary>The coordinators' group becomes a supergroup while cards hang in it and one is on its way.</summary>
[Trait("Catalogue", "P6")]
public sealed class MovedGroupTests
{
    private const long Moved = -1009000000002;

    [Fact]
    public async Task A_card_on_its_way_arrives_in_the_new_group_and_one_that_hung_in_the_old_is_shown_anew()
    {
        await using var house = await TelegramHouse.Open();
        await house.File(TelegramHouse.Aigul);
        Assert.StartsWith("№1", Assert.Single(house.Telegram.Messages(TelegramHouse.Desk)).Text, StringComparison.Ordinal);

        house.Telegram.Migrate(TelegramHouse.Desk, Moved);    // nobody has told the bot yet
        await house.File(TelegramHouse.Berik, "The paint was too dear, lot 85634585-ЗЦП1");
        Assert.StartsWith("№2", Assert.Single(house.Telegram.Messages(Moved)).Text, StringComparison.Ordinal);

        house.Telegram.Say(Moved, "/claim 1", TelegramHouse.Asel);
        await house.Go();
        Assert.Equal(["№2", "№1"], house.Telegram.Messages(Moved).Select(card => card.Text[..2]));
        Assert.Contains("Әсел has it", house.Last(Moved), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_of_the_old_group_never_covers_another_card_that_has_its_number_in_the_new_one()
    {
        await using var house = await TelegramHouse.Open();
        for (var number = 0; number < 3; number++)
            await house.File(3000 + number);    // the cards 1, 2, 3 hang in the old group
        house.Telegram.Migrate(TelegramHouse.Desk, Moved);
        for (var number = 3; number < 6; number++)
            await house.File(3000 + number);    // and 4, 5, 6 in the new one, where numbers begin anew

        foreach (var number in new[] { 1, 2, 3 })
        {
            house.Telegram.Say(Moved, $"/claim {number}", TelegramHouse.Asel);
            await house.Go();
        }

        Assert.Equal(["№4", "№5", "№6", "№1", "№2", "№3"], house.Telegram.Messages(Moved).Select(card => card.Text[..2]));
    }

    [Fact]
    public async Task A_button_of_the_old_card_pressed_in_the_new_group_still_means_its_case()
    {
        await using var house = await TelegramHouse.Open();
        await house.File(TelegramHouse.Aigul);
        var (_, claim) = house.Button(TelegramHouse.Desk, "Claim");
        house.Telegram.Migrate(TelegramHouse.Desk, Moved);
        await house.Go();
        house.Telegram.Press(Moved, 1, claim, TelegramHouse.Daniyar);
        await house.Go();

        Assert.NotNull((await house.Look(db => db.Cases.SingleAsync())).HolderId);
        Assert.Contains("Данияр has it", house.Last(Moved), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task After_a_restart_the_new_group_is_still_ours_and_another_node_learns_of_it(bool onPostgres)
    {
        await using var house = await TelegramHouse.Open(onPostgres);
        await house.File(TelegramHouse.Aigul);
        await using var node = house.Again();
        await node.Services.GetRequiredService<CoordinatorsGroup>().Recall(default);    // before the move
        house.Telegram.Migrate(TelegramHouse.Desk, Moved);
        await house.Go();
        await using var restarted = house.Again();
        foreach (var (services, number) in new[] { (restarted.Services, 1), (node.Services, 2) })
        {
            house.Clock.Advance(TimeSpan.FromMinutes(1));
            house.Telegram.Say(Moved, "/queue", TelegramHouse.Asel);
            foreach (var update in await house.Updates())
                await services.GetRequiredService<Reception>().Take(update, default);
            await house.Settle();
            Assert.Equal(number, house.Telegram.Messages(Moved).Count(message => message.Text.StartsWith("Queue", StringComparison.Ordinal)));
        }

        Assert.Equal(1, await house.Look(db => db.Marks.CountAsync(mark => mark.Name == $"moved:{TelegramHouse.Desk}" && mark.Value == $"{Moved}")));
    }
}
