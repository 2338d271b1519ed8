using System.Text;
using Bot.Storage;
using Fakes.Telegram;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Durability;

/// <summary>Strings that occur nowhere else go through the whole story; then files, tables, logs and a crash are searched for them.</summary>
[Collection(Processes.Name)]
[Trait("Catalogue", "S10")]
public sealed class CanaryTests
{
    private const long Author = 7_712_345_678_901, Group = Townsfolk.Group;
    private const string Text = "zhasyryn-kanareyka-42 мектептің шатыры", Phone = "+7 701 555 44 33", Handle = "kanareyka_handle", Name = "Канарейбай";
    private const string FileName = "kanareyka-aktisi.pdf", FileWords = "kanareyka inside the file", Answer = "kanareyka-answer from the author";
    private const string Question = "kanareyka-question to the author", Coordinator = "Kanareygul";
    private static readonly string[] Needles =
    [
        "zhasyryn-kanareyka-42", "шатыры", "701 555 44 33", Handle, Name, FileName, FileWords, Answer, Question, Coordinator, $"{Author}",
        FakeTelegram.UsualToken.Split(':')[1],
    ];

    [Fact]
    public async Task Nothing_that_people_said_can_be_read_on_SQLite()
    {
        await using var telegram = await FakeTelegram.Start();
        await using var home = await Home.Make(Settings(telegram));
        await TellEverything(home, telegram);
        await BreakAndCrash(home, telegram, "ALTER TABLE tips RENAME TO lost_tips");

        foreach (var file in Directory.EnumerateFiles(home.Folder, "*", SearchOption.AllDirectories))
            AssertNothingIn(Path.GetFileName(file), await File.ReadAllBytesAsync(file));
        Assert.Contains("bot.db-wal", Directory.EnumerateFiles(home.Folder).Select(Path.GetFileName));
        var database = await File.ReadAllBytesAsync(Path.Combine(home.Folder, "bot.register.db"));
        Assert.True(database.AsSpan().IndexOf("85634585"u8) > 0);    // what is public can be found
    }

    [PostgresFact]
    public async Task Nothing_that_people_said_can_be_read_on_PostgreSQL()
    {
        await using var telegram = await FakeTelegram.Start();
        await using var home = await Home.MakeOnPostgres(Settings(telegram));
        await TellEverything(home, telegram);
        var tables = await home.Look((db, _) => Task.FromResult(db.Model.GetEntityTypes().Select(type => type.GetTableName()!).ToList()));
        foreach (var table in tables)
            AssertNothingIn(table, Encoding.UTF8.GetBytes(await home.Look((db, _) => Dump(db, table))));
        await BreakAndCrash(home, telegram, "ALTER TABLE tips RENAME TO lost_tips");

        foreach (var file in Directory.EnumerateFiles(home.Folder, "*", SearchOption.AllDirectories))
            AssertNothingIn(Path.GetFileName(file), await File.ReadAllBytesAsync(file));
    }

    private static string[] Settings(FakeTelegram telegram) =>
    [
        $"--Telegram:Token={telegram.Token}", $"--Telegram:ApiUrl={telegram.Url}", $"--Telegram:CoordinatorsChat={Group}", "--Log:Level=Verbose",
    ];

    private static async Task TellEverything(Home home, FakeTelegram telegram)
    {
        telegram.Open(Group, "Coordinators");
        FakePerson author = new(Author, Name, "en", Handle), coordinator = new(2001, Coordinator);
        await home.StartReady();
        async Task<FakeButton> Offered(long chat, string label)
        {
            FakeButton? Find() =>
                telegram.Messages(chat).SelectMany(message => message.Buttons).LastOrDefault(button => button.Text == label);
            Assert.True(await Wait.For(() => Find() is not null, TimeSpan.FromSeconds(30)), $"[{label}] was not offered");
            return Find()!;
        }

        async Task Press(long chat, string label, FakePerson who)
        {
            var button = await Offered(chat, label);
            var message = telegram.Messages(chat).Last(message => message.Buttons.Any(known => known.Data == button.Data));
            telegram.Press(chat, message.MessageId, button.Data!, who);
        }

        telegram.Say(Author, "/language en", author);
        telegram.Say(Author, $"{Text}, {Phone}, lot 85634585-ЗЦП1", author);
        telegram.SendDocument(Author, FileName, "application/pdf", Encoding.UTF8.GetBytes(FileWords + new string(' ', 5000)));
        await Press(Author, "Done", author);
        await Press(Group, "Claim", coordinator);
        await Press(Group, "Ask the author…", coordinator);
        await Offered(Group, "Cancel");
        telegram.Say(Group, Question, coordinator);
        await Press(Group, "Send", coordinator);
        await Press(Author, "Show", author);
        await Offered(Author, "I'd rather not say");
        telegram.Say(Author, Answer, author);
        telegram.Say(Group, "/text 1", coordinator);
        bool IsTold() => telegram.Messages(Group).Any(message => message.Text.Contains("the whole text", StringComparison.Ordinal));
        Assert.True(await Wait.For(IsTold, TimeSpan.FromSeconds(30)));
        await home.Settled();
    }

    /// <summary>Every answer breaks on a table that is gone, and then the process itself falls over.</summary>
    private static async Task BreakAndCrash(Home home, FakeTelegram telegram, string harm)
    {
        await home.Look((db, _) => db.Database.ExecuteSqlRawAsync(harm));
        telegram.Say(Author, $"{Text}, once more", new FakePerson(Author, Name, "en", Handle));
        await Wait.Until(() => home.Look((db, _) => db.Inbox.AnyAsync(entry => entry.Attempts > 0)), "a message that could not be answered");
        await home.Kill();

        await home.StartReady(("DOTNET_STARTUP_HOOKS", typeof(CanaryTests).Assembly.Location), (StartupHook.Signal, "1"));
        telegram.Say(Author, $"{Text}, a third time", new FakePerson(Author, Name, "en", Handle));
        await Wait.Until(() => home.Look(async (db, _) => await db.Inbox.CountAsync(entry => entry.Attempts > 0) > 1), "a second message");
        await File.WriteAllTextAsync(Path.Combine(home.Folder, StartupHook.Signal), "now");
        Assert.NotEqual(0, await home.Bot.End());
        Assert.Contains("Injected", home.Printed, StringComparison.Ordinal);
        Assert.Contains("was not answered", home.Printed, StringComparison.Ordinal);
        AssertNothingIn("what it printed", Encoding.UTF8.GetBytes(home.Printed));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(home.KeyFile));
    }

    /// <summary>A table as text, the way a dump writes it: bytes as hexadecimal digits.</summary>
    private static async Task<string> Dump(BotDb db, string table)
    {
        var sql = $"SELECT t::text AS \"Value\" FROM \"{table}\" t";
        return string.Join('\n', await db.Database.SqlQueryRaw<string>(sql).ToListAsync());
    }

    private static void AssertNothingIn(string where, byte[] content)
    {
        var hexadecimal = Encoding.ASCII.GetString(content);
        foreach (var needle in Needles)
        {
            var bytes = Encoding.UTF8.GetBytes(needle);
            Assert.False(content.AsSpan().IndexOf(bytes) >= 0, $"{where} holds \"{needle}\"");
            Assert.False(content.AsSpan().IndexOf(Encoding.Unicode.GetBytes(needle)) >= 0, $"{where} holds \"{needle}\" as UTF-16");
            Assert.False(hexadecimal.Contains(Convert.ToHexStringLower(bytes), StringComparison.OrdinalIgnoreCase), $"{where} holds \"{needle}\" as digits");
        }
    }
}
