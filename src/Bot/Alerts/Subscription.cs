using Bot.Conversation;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Alerts;

/// <summary>Somebody follows a buyer (a school is one) or a district. Unique, so that one press stops it for good.</summary>
public sealed class Subscription
{
    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>What is followed, as <see cref="Lots.Topic.Code"/>: "buyer:BIN", "place:KATO prefix".</summary>
    public required string Topic { get; init; }
    public required DateTimeOffset Since { get; init; }
}

internal sealed class SubscriptionTable : IEntityTypeConfiguration<Subscription>
{
    public void Configure(EntityTypeBuilder<Subscription> subscription)
    {
        subscription.ToTable("subscriptions");
        subscription.Property(s => s.Id).ValueGeneratedNever();
        subscription.Property(s => s.Topic).HasMaxLength(32);
        subscription.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Cascade);
        subscription.HasIndex(s => new { s.PersonId, s.Topic }).IsUnique();
        subscription.HasIndex(s => s.Topic);
    }
}

public static class SubscriptionShelf
{
    extension(BotDb db) { public DbSet<Subscription> Subscriptions => db.Set<Subscription>(); }
}
