namespace Benchmarks.Messengers;

/// <summary>Many people who write anything, in no order, straight to the webhook; the same seed gives the same day.</summary>
internal sealed class Flow(Stage stage, int people)
{
    private const int Seed = 20261122;
    private readonly Random dice = new(Seed);
    private readonly Lock shaking = new();
    private long last = 1_000_000;

    /// <summary>Somebody writes. True when it was acknowledged.</summary>
    public Task<bool> Next()
    {
        byte[] update;
        lock (shaking)
        {
            var person = new Townsman(dice.Next(people));
            update = person.Update(++last, person.Anything(dice));
        }

        return stage.Deliver(update);
    }
}
