using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bot.Storage.Migrations;

/// <summary>How much of a long message has left.</summary>
[DbContext(typeof(BotDb)), Migration("0011_parts")]
public sealed class M0011Parts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<int>("Parts", "outbox", nullable: false, defaultValue: 0);
}
