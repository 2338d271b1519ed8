using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bot.Storage.Migrations;

/// <summary>Who writes to us, what they follow, and the sessions of coordinators on the web page.</summary>
[DbContext(typeof(BotDb)), Migration("0002_people")]
public sealed class M0002People : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("people", person => new
        {
            Id = person.Column<Guid>(),
            Channel = person.Column<string>(maxLength: 16),
            Lane = person.Column<string>(maxLength: 64),
            Address = person.Column<byte[]>(),
            IsCoordinator = person.Column<bool>(),
            Language = person.Column<string>(maxLength: 2),
            ChoseLanguage = person.Column<bool>(),
            Greeted = person.Column<bool>(),
            Stopped = person.Column<bool>(),
            Step = person.Column<string>(maxLength: 64),
            Notes = person.Column<byte[]>(),
            Offered = person.Column<byte[]>(),
            Question = person.Column<int>(),
            LastPress = person.Column<string>(maxLength: 64, nullable: true),
            WakeAt = person.Column<DateTime>(nullable: true),
            Misses = person.Column<int>(),
            MissesSince = person.Column<DateTime>(nullable: true),
            SeenAt = person.Column<DateTime>(),
            Version = person.Column<int>(),
        }, constraints: person => person.PrimaryKey("PK_people", p => p.Id));
        migrationBuilder.CreateIndex("IX_people_Lane", "people", "Lane", unique: true);
        migrationBuilder.CreateIndex("IX_people_WakeAt", "people", "WakeAt");

        migrationBuilder.CreateTable("subscriptions", subscription => new
        {
            Id = subscription.Column<Guid>(),
            PersonId = subscription.Column<Guid>(),
            Topic = subscription.Column<string>(maxLength: 32),
            Since = subscription.Column<DateTime>(),
        }, constraints: subscription =>
        {
            subscription.PrimaryKey("PK_subscriptions", s => s.Id);
            subscription.ForeignKey("FK_subscriptions_people_PersonId", s => s.PersonId, "people", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_subscriptions_PersonId_Topic", "subscriptions", ["PersonId", "Topic"], unique: true);
        migrationBuilder.CreateIndex("IX_subscriptions_Topic", "subscriptions", "Topic");

        migrationBuilder.CreateTable("invitations", invitation => new
        {
            Id = invitation.Column<Guid>(),
            KeyHash = invitation.Column<string>(maxLength: 64),
            InvitedAt = invitation.Column<DateTime>(),
            SessionHash = invitation.Column<string>(maxLength: 64, nullable: true),
            Name = invitation.Column<byte[]>(),
            EnteredAt = invitation.Column<DateTime>(nullable: true),
        }, constraints: invitation => invitation.PrimaryKey("PK_invitations", i => i.Id));
        migrationBuilder.CreateIndex("IX_invitations_KeyHash", "invitations", "KeyHash", unique: true);
        migrationBuilder.CreateIndex("IX_invitations_SessionHash", "invitations", "SessionHash", unique: true);
    }
}
