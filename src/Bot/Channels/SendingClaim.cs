using System.Globalization;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Channels;

/// <summary>
/// Of several nodes on PostgreSQL one sends on a channel, so that its gate knows of everything that leaves. The claim runs out by itself when
/// the node dies. It guards the pace only: that nothing is sent twice is guarded by the row.
/// </summary>
internal sealed class SendingClaim(string channel, TimeProvider clock)
{
    /// <summary>How long a dead node keeps the others waiting.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(12);

    private readonly string node = Guid.NewGuid().ToString("n");
    private DateTimeOffset until = DateTimeOffset.UnixEpoch;

    /// <returns>Held: we may send. New: we did not a moment ago.</returns>
    public async Task<(bool Held, bool New)> Hold(BotDb db, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (now < until - Life / 2)
            return (true, false);
        var (held, isNew) = db.Database.IsSqlite() ? (true, until == DateTimeOffset.UnixEpoch) : await Renew(db, now, cancellationToken);
        until = held ? now + Life : DateTimeOffset.UnixEpoch;
        return (held, isNew);
    }

    /// <summary>Gives it back at an orderly end, so that another node need not wait.</summary>
    public async Task Release(BotDb db, CancellationToken cancellationToken)
    {
        if (!db.Database.IsSqlite())
            await db.Marks.Where(mark => mark.Name == Name && mark.Value.StartsWith(node)).ExecuteDeleteAsync(cancellationToken);
        until = DateTimeOffset.UnixEpoch;
    }

    private string Name => "sender:" + channel;

    private async Task<(bool Held, bool New)> Renew(BotDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var mine = string.Create(CultureInfo.InvariantCulture, $"{node}|{(now + Life).ToUnixTimeMilliseconds()}");
        if (await db.Remembered(Name, cancellationToken) is not { } known)
            return await Begin(db, mine, cancellationToken);
        var isMine = known.StartsWith(node, StringComparison.Ordinal);
        var isFree = isMine || long.Parse(known.Split('|')[1], CultureInfo.InvariantCulture) <= now.ToUnixTimeMilliseconds();
        var taken = isFree && await db.Marks.Where(mark => mark.Name == Name && mark.Value == known)
            .ExecuteUpdateAsync(mark => mark.SetProperty(m => m.Value, mine), cancellationToken) == 1;
        return (taken, taken && (!isMine || until == DateTimeOffset.UnixEpoch));
    }

    private async Task<(bool, bool)> Begin(BotDb db, string mine, CancellationToken cancellationToken)
    {
        try
        {
            db.Marks.Add(new Mark { Name = Name, Value = mine });
            await db.SaveChangesAsync(cancellationToken);
            return (true, true);
        }
        catch (DbUpdateException fault) when (Databases.IsDuplicate(fault))
        {
            return (false, false);    // another node was first
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
