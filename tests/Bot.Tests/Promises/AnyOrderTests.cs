using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Bot.Tests.Promises;

/// <summary>
/// Three people talk to the bot; what Telegram told of it is brought again, each update one to five times and in any order that keeps the first
/// arrivals of one person's updates in their sequence. That sequence matters and is kept: a correction, a press or a "no" means what was said
/// before it, and Telegram brings one person's updates in order. Between people no order matters, and of repetitions none does.
/// </summary>
public sealed class AnyOrderTests
{
    private const int Cases = 8, Mixes = 2;

    [Fact, Trait("Catalogue", "P1"), Trait("Catalogue", "P2")]
    public void Any_repetition_and_permutation_ends_the_same() =>
        Prop.ForAll(Stories().ToArbitrary(), Gen.Choose(0, int.MaxValue - Mixes).ToArbitrary(), EndsTheSame)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Cases));

    private static Gen<Act[]> Stories() => Gen.Choose(0, int.MaxValue).ArrayOf(12).Select(numbers => numbers.Select(Act.Drawn).ToArray());

    private static bool EndsTheSame(Act[] acts, int seed) => Task.Run(async () =>
    {
        await using var first = await TelegramHouse.Open();
        var players = new Players(first);
        List<JsonElement> told = [];
        foreach (var act in acts)
        {
            players.Do(act);
            foreach (var update in await first.Updates())
            {
                told.Add(update);
                await first.Bring(update);
                await first.Settle();
            }
        }

        players.EverybodyIsBack();
        var expected = await Ending.Of(first);
        for (var mix = 0; mix < Mixes; mix++)
        {
            await using var again = await TelegramHouse.Open(beside: first);
            var dice = new Random(seed + mix);
            foreach (var update in Mixed(told, dice))
            {
                await again.Bring(update);
                if (dice.Next(3) == 0)
                    await again.Settle();
            }

            await again.Settle();
            Assert.Equal(expected, await Ending.Of(again));
        }

        return true;
    }).GetAwaiter().GetResult();

    /// <summary>People's sequences shuffled into each other, with repetitions of what has come already anywhere behind it.</summary>
    private static List<JsonElement> Mixed(IReadOnlyList<JsonElement> told, Random dice)
    {
        var people = told.GroupBy(Person).Select(person => new Queue<JsonElement>(person)).ToList();
        List<JsonElement> mixed = [];
        while (people.Count > 0)
        {
            var next = people[dice.Next(people.Count)];
            mixed.Add(next.Dequeue());
            if (next.Count == 0)
                people.Remove(next);
        }

        foreach (var update in told)
            for (var copies = dice.Next(5); copies > 0; copies--)
                mixed.Insert(dice.Next(mixed.IndexOf(update) + 1, mixed.Count + 1), update);
        return mixed;
    }

    private static long Person(JsonElement update) => update.EnumerateObject().Last().Value.GetProperty("from").GetProperty("id").GetInt64();
}
