using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bot.Storage.Migrations;

/// <summary>What comes in and what goes out. Written by hand, without column types: each database picks its own.</summary>
[DbContext(typeof(BotDb)), Migration("0001_mail")]
public sealed class M0001Mail : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("marks", mark => new
        {
            Name = mark.Column<string>(maxLength: 64),
            Value = mark.Column<string>(maxLength: 256),
        }, constraints: mark => mark.PrimaryKey("PK_marks", m => m.Name));

        migrationBuilder.CreateTable("inbox", entry => new
        {
            Position = entry.Column<long>().Counting(),
            Channel = entry.Column<string>(maxLength: 16),
            ExternalId = entry.Column<string>(maxLength: 128),
            Lane = entry.Column<string>(maxLength: 64),
            Payload = entry.Column<byte[]>(),
            State = entry.Column<string>(maxLength: 16),
            ReceivedAt = entry.Column<DateTime>(),
            NotBefore = entry.Column<DateTime>(),
            Attempts = entry.Column<int>(),
            Holder = entry.Column<Guid>(nullable: true),
        }, constraints: entry => entry.PrimaryKey("PK_inbox", e => e.Position));
        migrationBuilder.CreateIndex("IX_inbox_Channel_ExternalId", "inbox", ["Channel", "ExternalId"], unique: true);
        migrationBuilder.CreateIndex("IX_inbox_State_Lane_Position", "inbox", ["State", "Lane", "Position"]);

        migrationBuilder.CreateTable("outbox", message => new
        {
            Position = message.Column<long>().Counting(),
            Channel = message.Column<string>(maxLength: 16),
            Lane = message.Column<string>(maxLength: 64),
            Recipient = message.Column<byte[]>(),
            Payload = message.Column<byte[]>(),
            Event = message.Column<string>(maxLength: 128),
            Kind = message.Column<string>(maxLength: 16),
            Card = message.Column<string>(maxLength: 64, nullable: true),
            State = message.Column<string>(maxLength: 16),
            CreatedAt = message.Column<DateTime>(),
            NotBefore = message.Column<DateTime>(),
            Attempts = message.Column<int>(),
            SentAt = message.Column<DateTime>(nullable: true),
            ExternalId = message.Column<string>(maxLength: 64, nullable: true),
            Reason = message.Column<string>(maxLength: 200, nullable: true),
        }, constraints: message => message.PrimaryKey("PK_outbox", m => m.Position));
        migrationBuilder.CreateIndex("IX_outbox_Lane_Event", "outbox", ["Lane", "Event"], unique: true);
        migrationBuilder.CreateIndex("IX_outbox_State_NotBefore", "outbox", ["State", "NotBefore"]);
        migrationBuilder.CreateIndex("IX_outbox_Lane_Position", "outbox", ["Lane", "Position"]);
    }
}
