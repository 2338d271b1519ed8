using System.Security.Cryptography;
using Bot.Conversation;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Channels.Web;

/// <summary>A one-time key for the coordinators' page, and the session that it became. Neither is stored, only their hashes.</summary>
public sealed class Invitation
{
    public required Guid Id { get; init; }
    public required string KeyHash { get; init; }
    public required DateTimeOffset InvitedAt { get; init; }
    public string? SessionHash { get; set; }
    public Sealed Name { get; set; } = Sealed.Nothing;
    public DateTimeOffset? EnteredAt { get; set; }
}

internal sealed class InvitationTable : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.ToTable("invitations");
        invitation.Property(i => i.Id).ValueGeneratedNever();
        invitation.Property(i => i.KeyHash).HasMaxLength(64);
        invitation.Property(i => i.SessionHash).HasMaxLength(64).IsConcurrencyToken();
        invitation.HasIndex(i => i.KeyHash).IsUnique();
        invitation.HasIndex(i => i.SessionHash).IsUnique();
    }
}

/// <summary>Invites coordinators and knows who they are.</summary>
public sealed class CoordinatorDoor(IServiceScopeFactory scopes, Seal seal, TimeProvider clock) : ICoordinatorDoor
{
    private const int Bytes = 16;
    private static readonly TimeSpan KeyLife = TimeSpan.FromDays(1);        // long enough to reach a colleague, short for a leaked link
    private static readonly TimeSpan SessionLife = TimeSpan.FromDays(14);

    /// <summary>A new key, valid for a day, good for one coordinator.</summary>
    public async Task<string> Invite(CancellationToken cancellationToken)
    {
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        db.Add(new Invitation { Id = Guid.CreateVersion7(clock.GetUtcNow()), KeyHash = seal.Hash("invitation", key), InvitedAt = clock.GetUtcNow() });
        await db.SaveChangesAsync(cancellationToken);
        return key;
    }

    /// <summary>Who may come in or is in: open invitations and sessions, the newest last.</summary>
    public async Task<IReadOnlyList<Admission>> List(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (invited, entered) = (clock.GetUtcNow() - KeyLife, clock.GetUtcNow() - SessionLife);
        var all = await scope.ServiceProvider.GetRequiredService<BotDb>().Set<Invitation>().AsNoTracking()
            .Where(i => i.SessionHash == null ? i.InvitedAt > invited : i.EnteredAt > entered).OrderBy(i => i.InvitedAt).ToListAsync(cancellationToken);
        return [.. all.Select(i => new Admission(MarkOf(i), i.SessionHash is null ? null : seal.Open(i.Name), i.InvitedAt, i.EnteredAt,
            i.EnteredAt is { } at ? at + SessionLife : i.InvitedAt + KeyLife))];
    }

    /// <summary>Takes invitations and sessions away, at once and for ever: those of this mark or this name, or all of them. Returns how many.</summary>
    public async Task<int> End(string? markOrName, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        var meant = (await db.Set<Invitation>().ToListAsync(cancellationToken))
            .FindAll(i => markOrName is null || MarkOf(i) == markOrName || (i.SessionHash is not null && seal.Open(i.Name) == markOrName));
        db.RemoveRange(meant);
        await db.SaveChangesAsync(cancellationToken);
        return meant.Count;
    }

    /// <summary>The end of its id: chance, where the beginning is time.</summary>
    private static string MarkOf(Invitation invitation) => invitation.Id.ToString("n")[^MarkDigits..];

    private const int MarkDigits = 8;

    public Task<string?> Enter(string key, string name, CancellationToken cancellationToken) => Asking(async db =>
    {
        var (hash, since) = (seal.Hash("invitation", key), clock.GetUtcNow() - KeyLife);
        var invitation = await db.Set<Invitation>().SingleOrDefaultAsync(
            i => i.KeyHash == hash && i.SessionHash == null && i.InvitedAt > since, cancellationToken);
        if (invitation is null)
            return null;
        var session = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        (invitation.SessionHash, invitation.Name, invitation.EnteredAt) = (seal.Hash("session", session), seal.Close(name), clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return session;
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;    // redeemed by somebody else a moment ago
        }
    });

    public Task<string?> NameOf(string session, CancellationToken cancellationToken) => Asking(async db =>
    {
        var (hash, since) = (seal.Hash("session", session), clock.GetUtcNow() - SessionLife);
        var known = await db.Set<Invitation>().AsNoTracking().SingleOrDefaultAsync(i => i.SessionHash == hash && i.EnteredAt > since, cancellationToken);
        return known is null ? null : seal.Open(known.Name);
    });

    private async Task<string?> Asking(Func<BotDb, Task<string?>> question)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await question(scope.ServiceProvider.GetRequiredService<BotDb>());
        }
        catch (Exception fault) when (Databases.IsUnavailable(fault))
        {
            throw new StoreUnavailableException("The database does not answer now.", fault);
        }
    }
}

/// <summary>One who may come in to the coordinators' page, or is in.</summary>
/// <param name="Name">What they call themselves; null while nobody has come by this invitation.</param>
/// <param name="Until">When it ends by itself.</param>
public sealed record Admission(string Mark, string? Name, DateTimeOffset InvitedAt, DateTimeOffset? EnteredAt, DateTimeOffset Until);
