using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bot.Storage.Migrations;

/// <summary>The next message of a channel is found by its kind, in order: who is waited for goes before alerts.</summary>
[DbContext(typeof(BotDb)), Migration("0008_sending")]
public sealed class M0008Sending : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("IX_outbox_State_NotBefore", "outbox");
        migrationBuilder.CreateIndex("IX_outbox_State_Channel_Kind_Position", "outbox", ["State", "Channel", "Kind", "Position"]);
    }
}
