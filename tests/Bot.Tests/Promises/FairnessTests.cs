using Bot.Conversation;
using Bot.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bot.Tests.Promises;

/// <summary>One person writes without a pause; the others are heard meanwhile.</summary>
public sealed class FairnessTests
{
    private const int Flood = 500;

    [Theory, EachDatabase, Trait("Catalogue", "L5")]
    public async Task While_one_of_five_hundred_messages_is_answered_the_next_worker_hears_somebody_else(bool onPostgres)
    {
        await using var house = await TelegramHouse.Open(onPostgres);
        for (var number = 0; number < Flood; number++)
            house.Telegram.Say(TelegramHouse.Aigul, $"word {number}");
        house.Telegram.Say(TelegramHouse.Berik, "/help");
        while (await house.Updates() is { Count: > 0 } updates)
            await Task.WhenAll(updates.Select(house.Bring));
        await using var worker = house.Services.CreateAsyncScope();
        var held = (await worker.ServiceProvider.GetRequiredService<InboxQueue>().Take(1, default)).Single();
        Assert.Equal("word 0", house.The<Mailbox>().Read(held).Text);

        Assert.True(await house.The<Answering>().AnswerNext(default));
        await house.Send();
        Assert.Single(house.Telegram.Messages(TelegramHouse.Berik));
        Assert.Equal(Flood, await house.Look(db => db.Inbox.CountAsync(entry => entry.State != Bot.Storage.InboxState.Done)));
    }
}
