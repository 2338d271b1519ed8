using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bot.Storage.Migrations;

/// <summary>How far each feed of the portal has been read, and what is still to be asked.</summary>
[DbContext(typeof(RegisterDb)), Migration("0002_feeds")]
public sealed class R0002Feeds : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("feeds", feed => new
        {
            Name = feed.Column<string>(maxLength: 64),
            Since = feed.Column<long>(nullable: true),
            From = feed.Column<long>(nullable: true),
            To = feed.Column<long>(nullable: true),
            After = feed.Column<string>(nullable: true),
            Rows = feed.Column<long>(),
            Pages = feed.Column<long>(),
            Total = feed.Column<long>(nullable: true),
            Greatest = feed.Column<long>(nullable: true),
            Reached = feed.Column<long>(nullable: true),
            DoneAt = feed.Column<long>(nullable: true),
            FailedAt = feed.Column<long>(nullable: true),
            Fault = feed.Column<string>(nullable: true),
            HeldBy = feed.Column<string>(nullable: true),
            HeldUntil = feed.Column<long>(nullable: true),
        }, constraints: feed => feed.PrimaryKey("PK_feeds", f => f.Name));

        migrationBuilder.CreateTable("errands", errand => new
        {
            Id = errand.Column<long>(),
            Since = errand.Column<long>(),
            NotBefore = errand.Column<long>(),
            Tries = errand.Column<int>(),
        }, constraints: errand => errand.PrimaryKey("PK_errands", e => e.Id));
        migrationBuilder.CreateIndex("IX_errands_NotBefore", "errands", "NotBefore");
    }
}
