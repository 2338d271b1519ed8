using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bot.Storage.Migrations;

/// <summary>People with WhatsApp, under ids of our own.</summary>
[DbContext(typeof(BotDb)), Migration("0009_contacts")]
public sealed class M0009Contacts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("contacts", contact => new
        {
            Id = contact.Column<Guid>(),
            Phone = contact.Column<string>(maxLength: 64, nullable: true),
            UserId = contact.Column<string>(maxLength: 64, nullable: true),
            Address = contact.Column<byte[]>(),
            Since = contact.Column<DateTime>(),
            LastHeard = contact.Column<DateTime>(nullable: true),
            NudgedAt = contact.Column<DateTime>(nullable: true),
            Reach = contact.Column<string>(maxLength: 16),
        }, constraints: contact => contact.PrimaryKey("PK_contacts", c => c.Id));
        migrationBuilder.CreateIndex("IX_contacts_Phone", "contacts", "Phone", unique: true);
        migrationBuilder.CreateIndex("IX_contacts_UserId", "contacts", "UserId", unique: true);
    }
}
