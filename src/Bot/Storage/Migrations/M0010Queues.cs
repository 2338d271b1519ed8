using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bot.Storage.Migrations;

/// <summary>The next of a queue is one step of an index, however long the queue or a group's history is.</summary>
[DbContext(typeof(BotDb)), Migration("0010_queues")]
public sealed class M0010Queues : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateIndex("IX_inbox_State_Position", "inbox", ["State", "Position"]);
        migrationBuilder.CreateIndex("IX_outbox_State_Lane_Position", "outbox", ["State", "Lane", "Position"]);
    }
}
