using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Bot.Storage;

/// <summary>
/// What the portal publishes: large, public, and to be had again. On SQLite it has a file of its own beside people's data, so that
/// loading it never makes a conversation wait, and a backup of what matters stays small; on PostgreSQL both share a database.
/// Read through here; written in bulk through <see cref="RegisterWriter"/>.
/// </summary>
public sealed class RegisterDb(DbContextOptions<RegisterDb> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(RegisterDb).Assembly, type => typeof(IRegisterTable).IsAssignableFrom(type));

    /// <summary>A statement made of names that stand in this program, within the transaction if there is one.</summary>
    internal async Task<long?> Run(string statement, CancellationToken cancellationToken)
    {
        await Database.OpenConnectionAsync(cancellationToken);
        await using var command = Database.GetDbConnection().CreateCommand();
        command.CommandText = statement;
        command.CommandTimeout = 0;    // look-ups of millions of rows take minutes
        command.Transaction = Database.CurrentTransaction?.GetDbTransaction();
        return await command.ExecuteScalarAsync(cancellationToken) is long number ? number : null;
    }

    /// <summary>Millions of rows: moments are milliseconds since 1970, a third of the space of a text.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Milliseconds>();

    private sealed class Milliseconds() : ValueConverter<DateTimeOffset, long>(
        moment => moment.ToUnixTimeMilliseconds(), stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));
}

/// <summary>Marks the description of a table that belongs to the register.</summary>
internal interface IRegisterTable;
