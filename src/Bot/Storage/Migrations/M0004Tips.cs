using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bot.Storage.Migrations;

/// <summary>Tips, what was added to them, their files, and the cases that coordinators make of them.</summary>
[DbContext(typeof(BotDb)), Migration("0004_tips")]
public sealed class M0004Tips : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("tips", tip => new
        {
            Id = tip.Column<Guid>(),
            Number = tip.Column<int>(),
            PersonId = tip.Column<Guid>(nullable: true),
            Language = tip.Column<string>(maxLength: 2),
            ReceiptHash = tip.Column<string>(maxLength: 64),
            Receipt = tip.Column<byte[]>(),
            Text = tip.Column<byte[]>(),
            LotId = tip.Column<long>(nullable: true),
            PossibleLots = tip.Column<string>(maxLength: 128),
            State = tip.Column<string>(maxLength: 16),
            News = tip.Column<byte[]>(),
            Question = tip.Column<byte[]>(),
            AwaitsAnswer = tip.Column<bool>(),
            FiledAt = tip.Column<DateTime>(),
            ChangedAt = tip.Column<DateTime>(),
            Version = tip.Column<int>(),
        }, constraints: tip => tip.PrimaryKey("PK_tips", t => t.Id));
        migrationBuilder.CreateIndex("IX_tips_Number", "tips", "Number", unique: true);
        migrationBuilder.CreateIndex("IX_tips_ReceiptHash", "tips", "ReceiptHash", unique: true);
        migrationBuilder.CreateIndex("IX_tips_PersonId_FiledAt", "tips", ["PersonId", "FiledAt"]);
        migrationBuilder.CreateIndex("IX_tips_ChangedAt", "tips", "ChangedAt");

        migrationBuilder.CreateTable("tip_entries", entry => new
        {
            Position = entry.Column<long>().Counting(),
            TipId = entry.Column<Guid>(),
            Kind = entry.Column<string>(maxLength: 16),
            Text = entry.Column<byte[]>(),
            At = entry.Column<DateTime>(),
        }, constraints: entry => entry.PrimaryKey("PK_tip_entries", e => e.Position));
        migrationBuilder.CreateIndex("IX_tip_entries_TipId_Position", "tip_entries", ["TipId", "Position"]);

        migrationBuilder.CreateTable("tip_files", file => new
        {
            Id = file.Column<Guid>(),
            PersonId = file.Column<Guid>(),
            TipId = file.Column<Guid>(nullable: true),
            Name = file.Column<byte[]>(),
            ContentType = file.Column<string>(maxLength: 64),
            Size = file.Column<long>(),
            Content = file.Column<byte[]>(),
            At = file.Column<DateTime>(),
        }, constraints: file => file.PrimaryKey("PK_tip_files", f => f.Id));
        migrationBuilder.CreateIndex("IX_tip_files_TipId", "tip_files", "TipId");
        migrationBuilder.CreateIndex("IX_tip_files_PersonId", "tip_files", "PersonId");

        migrationBuilder.CreateTable("cases", theCase => new
        {
            Id = theCase.Column<Guid>(),
            TipId = theCase.Column<Guid>(),
            Number = theCase.Column<int>(),
            State = theCase.Column<string>(maxLength: 16),
            HolderId = theCase.Column<Guid>(nullable: true),
            HolderName = theCase.Column<byte[]>(),
            ClaimedAt = theCase.Column<DateTime>(nullable: true),
            DuplicateOf = theCase.Column<int>(nullable: true),
            Reason = theCase.Column<string>(maxLength: 32, nullable: true),
            Outcome = theCase.Column<string>(maxLength: 16, nullable: true),
            OutcomeAmount = theCase.Column<decimal>(precision: 18, scale: 2, nullable: true),
            OutcomeAuthority = theCase.Column<string>(maxLength: 200, nullable: true),
            OutcomeDay = theCase.Column<DateOnly>(nullable: true),
            OpenedAt = theCase.Column<DateTime>(),
            ShownTipVersion = theCase.Column<int>(),
            ShownEntry = theCase.Column<long>(),
            Drawings = theCase.Column<int>(),
            Drawn = theCase.Column<string>(maxLength: 64),
            Version = theCase.Column<int>(),
        }, constraints: theCase => theCase.PrimaryKey("PK_cases", c => c.Id));
        migrationBuilder.CreateIndex("IX_cases_TipId", "cases", "TipId", unique: true);
        migrationBuilder.CreateIndex("IX_cases_Number", "cases", "Number", unique: true);
        migrationBuilder.CreateIndex("IX_cases_State_OpenedAt", "cases", ["State", "OpenedAt"]);
    }
}
