using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Bot.Storage;

/// <summary>All tables about people and the service itself, none by name: each room describes its own (TipTable, PersonTable) and this class finds them.</summary>
public sealed class BotDb(DbContextOptions<BotDb> options) : DbContext(options)
{
    private readonly OneWriter? writer = options.FindExtension<CoreOptionsExtension>()?.Interceptors?.OfType<OneWriter>().SingleOrDefault();

    public DbSet<InboxEntry> Inbox => Set<InboxEntry>();
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();
    public DbSet<Mark> Marks => Set<Mark>();

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) => writer is null
        ? base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken)
        : writer.Write(() => base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken), first: false, cancellationToken);

    /// <summary>Writes before others who wait to write: somebody's message must not wait for answers to others.</summary>
    internal Task<int> WriteFirst(Func<Task<int>> write) => writer is null ? write() : writer.Write(write, first: true, CancellationToken.None);

    /// <summary>
    /// Saves what may be lost in a power cut together with what came of it, without waiting for the disk: the next commit that waits takes it
    /// along, and before anything leaves the house there is one. Wants an open connection.
    /// </summary>
    internal Task<int> SaveUnhurried(CancellationToken cancellationToken) => writer is null
        ? base.SaveChangesAsync(true, cancellationToken)
        : writer.Write(async () =>
        {
            Databases.WaitForDisk(this, false);
            try
            {
                return await base.SaveChangesAsync(true, cancellationToken);
            }
            finally
            {
                Databases.WaitForDisk(this, true);
            }
        }, first: false, cancellationToken);

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(BotDb).Assembly, type => !typeof(IRegisterTable).IsAssignableFrom(type));

    /// <summary>SQLite cannot sort by DateTimeOffset, and PostgreSQL wants UTC. One rule serves both.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Utc>();
        configurationBuilder.Properties<Sealed>().HaveConversion<SealedBytes>();
    }

    private sealed class Utc() : ValueConverter<DateTimeOffset, DateTime>(
        moment => moment.UtcDateTime,
        stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));

    private sealed class SealedBytes() : ValueConverter<Sealed, byte[]>(text => text.Bytes, bytes => new Sealed(bytes));
}
