using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bot.Storage.Migrations;

/// <summary>Numbers of tips that the portal is asked for.</summary>
[DbContext(typeof(BotDb)), Migration("0006_inquiries")]
public sealed class M0006Inquiries : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("inquiries", inquiry => new
        {
            Id = inquiry.Column<Guid>(),
            PersonId = inquiry.Column<Guid>(),
            TipId = inquiry.Column<Guid>(nullable: true),
            Number = inquiry.Column<byte[]>(),
            State = inquiry.Column<string>(maxLength: 16),
            AskedAt = inquiry.Column<DateTime>(),
            NotBefore = inquiry.Column<DateTime>(),
            Tries = inquiry.Column<int>(),
        }, constraints: inquiry => inquiry.PrimaryKey("PK_inquiries", i => i.Id));
        migrationBuilder.CreateIndex("IX_inquiries_PersonId", "inquiries", "PersonId");
        migrationBuilder.CreateIndex("IX_inquiries_State_NotBefore", "inquiries", ["State", "NotBefore"]);
    }
}
