using System.Globalization;
using Bot.Alerts;
using Bot.Conversation;
using Bot.Storage;
using Bot.Tips;
using Microsoft.Extensions.DependencyInjection;

namespace Benchmarks.Messengers;

/// <summary>People who follow one buyer, as if each had written to us and pressed the button.</summary>
internal static class Following
{
    private const int Page = 1_000;    // people saved together

    public static async Task Enrol(IServiceProvider services, int count, string buyer)
    {
        var seal = services.GetRequiredService<Seal>();
        var now = DateTimeOffset.UtcNow;
        for (var first = 0; first < count; first += Page)
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<BotDb>();
            foreach (var number in Enumerable.Range(first, Math.Min(Page, count - first)))
            {
                var townsman = new Townsman(number);
                var address = townsman.Chat.ToString(CultureInfo.InvariantCulture);
                var person = new Person
                {
                    Id = Guid.CreateVersion7(now),
                    Channel = "telegram",
                    Lane = Person.LaneOf(seal, "telegram", address, inGroup: false),
                    Address = seal.Close(address),
                    Language = townsman.Language,
                    Greeted = true,
                    Step = nameof(WhatHappened),
                    SeenAt = now,
                };
                db.Add(person);
                db.Add(new Subscription { Id = Guid.CreateVersion7(now), PersonId = person.Id, Topic = $"buyer:{buyer}", Since = now });
            }

            await db.SaveChangesAsync();
        }
    }
}
