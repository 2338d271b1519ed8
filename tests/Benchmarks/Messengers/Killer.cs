using System.Diagnostics;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Benchmarks.Messengers;

/// <summary>Kills the bot at moments drawn from a seed, a quarter of the times while it is starting, and looks when what it had in hand goes on.</summary>
internal sealed class Killer(Stage stage, Random dice)
{
    private const int StartingOneIn = 4;
    private static readonly TimeSpan Starting = TimeSpan.FromSeconds(3), Look = TimeSpan.FromMilliseconds(100), GiveUp = TimeSpan.FromMinutes(3);
    private readonly List<double> moving = [], claimedMoving = [];
    private int done, whileStarting, stuck, claimed;

    /// <param name="time">About how long the flow will take: the kills are spread over it.</param>
    public async Task<object> Run(int kills, TimeSpan time, Task flow)
    {
        while (done < kills && !flow.IsCompleted)
        {
            await Task.Delay(dice.NextDouble() * time / kills);
            await KillOnce();
            while (done < kills && dice.Next(StartingOneIn) == 0)
            {
                await Task.Delay(dice.NextDouble() * Starting);
                await KillOnce();
                whileStarting++;
            }

            await UntilItGoesOn(flow);
        }

        return new
        {
            done,
            whileStarting,
            claimedAtKills = claimed,
            secondsToSomethingP50 = At(moving, .5),
            secondsToSomethingWorst = At(moving, 1),
            secondsToAllClaimedP50 = At(claimedMoving, .5),
            secondsToAllClaimedWorst = At(claimedMoving, 1),
            neverWentOn = stuck,
        };
    }

    private readonly Stopwatch dead = new();
    private readonly HashSet<Guid> holders = [];
    private readonly HashSet<long> held = [], leaving = [];
    private int answered;

    private async Task KillOnce()
    {
        await stage.Bot.DisposeAsync();
        if (!dead.IsRunning)
            dead.Restart();
        done++;
        answered = await stage.Answered();
        await stage.Look(async (db, _) =>
        {
            foreach (var entry in await db.Inbox.AsNoTracking().Where(entry => entry.State == InboxState.Held).ToListAsync())
            {
                held.Add(entry.Position);
                holders.Add(entry.Holder!.Value);
            }

            leaving.UnionWith(await db.Outbox.Where(message => message.State == OutboxState.Leaving).Select(message => message.Position).ToListAsync());
            return true;
        });
        stage.Start();
    }

    /// <summary>Something is answered that was not; then all that was in the dead one's hands has been taken up by somebody.</summary>
    private async Task UntilItGoesOn(Task flow)
    {
        claimed += held.Count + leaving.Count;
        var isMoving = false;
        while (dead.Elapsed < GiveUp && !(flow.IsCompleted && held.Count + leaving.Count == 0))
        {
            if (!isMoving && await stage.Answered() > answered)
            {
                isMoving = true;
                moving.Add(dead.Elapsed.TotalSeconds);
            }

            if (isMoving && await stage.Look(AllAreTaken))
            {
                claimedMoving.Add(dead.Elapsed.TotalSeconds);
                break;
            }

            await Task.Delay(Look);
        }

        stuck += dead.Elapsed >= GiveUp ? 1 : 0;
        dead.Reset();
        held.Clear();
        leaving.Clear();
        await Console.Error.WriteLineAsync($"kill {done}: {(isMoving ? $"something after {moving[^1]:F1} s" : "nothing left to answer")}");
    }

    private async Task<bool> AllAreTaken(BotDb db, Seal seal) =>
        !await db.Inbox.AnyAsync(entry => held.Contains(entry.Position)
            && (entry.State == InboxState.Waiting || (entry.State == InboxState.Held && holders.Contains(entry.Holder!.Value))))
        && !await db.Outbox.AnyAsync(message => leaving.Contains(message.Position) && message.State == OutboxState.Leaving);

    private static double? At(List<double> seconds, double share) => seconds.Count == 0 ? null : Math.Round(seconds.Order().ToList().At(share), 1);
}
