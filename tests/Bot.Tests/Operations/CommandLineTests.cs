using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Xunit;

namespace Bot.Tests.Operations;

/// <summary>The command line as an operator meets it: what it prints, how it ends, what it says about mistakes.</summary>
public sealed class CommandLineTests : IDisposable
{
    private const string WithoutSample = "--Sample:Load=false";
    private readonly BotProcess bot = new();

    public void Dispose() => bot.Dispose();

    [Theory]
    [InlineData("nonsense", "Unrecognized command or argument 'nonsense'. Try --help.")]
    [InlineData("import", "Required argument 'FILE' missing for command: 'import'. Try --help.")]
    [InlineData("import nowhere.jsonl", "There is no file nowhere.jsonl.")]
    [InlineData("keys shake", "Argument 'shake' not recognized. Must be one of: 'rotate' 'prune'. Try --help.")]
    [InlineData("doctor --Web:Url", "--Web:Url needs a value.")]
    [InlineData("doctor --Triage:Language=de", "Triage:Language: It must be kk, ru or en.")]
    [InlineData("doctor --Retention:MailDays=1", "Retention:MailDays: The field MailDays must be between 2 and 365.")]
    [InlineData("doctor --Sample:Load=perhaps", "Failed to convert configuration value 'perhaps' at 'Sample:Load' to type 'System.Boolean'.")]
    [InlineData("doctor --Web:Url=here", "Web:Url: The Url field is not a valid fully-qualified http, https, or ftp URL.")]
    public async Task Bad_use_ends_with_2_and_one_clear_line(string words, string line)
    {
        var ending = await bot.Run(words.Split(' '));

        Assert.Equal((2, "", line), (ending.Code, ending.Output, ending.OnlyLine));
    }

    [Theory]
    [InlineData("--Telegram:Tokn=1", "There is no setting Telegram:Tokn. The settings are: ConnectionStrings:Bot, ")]
    [InlineData("--Telegram:Token=1", "Telegram:Token is not a bot token. ")]
    [InlineData("--ConnectionStrings:Bot=bot.db", "ConnectionStrings:Bot is not a connection. Write \"Data Source=FILE\" ")]
    [InlineData("--ConnectionStrings:Bot=Data Source=:memory:", "ConnectionStrings:Bot is not a connection. ")]
    public async Task A_wrong_setting_is_told_by_its_name(string setting, string beginning)
    {
        var ending = await bot.Run(setting, "doctor");

        Assert.Equal(2, ending.Code);
        Assert.StartsWith(beginning, ending.OnlyLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_done_ends_with_1_and_one_clear_line()
    {
        bot.Write("not-a-database.db", new string('x', 200));

        Assert.Equal(1, (await bot.Run("risk", "1-ЗЦП1", WithoutSample)).Code);
        Assert.Equal("There is no lot 1-ЗЦП1 in the store.", (await bot.Run("risk", "1-ЗЦП1", WithoutSample)).OnlyLine);
        Assert.Equal("SQLite Error 26: 'file is not a database'.",
            (await bot.Run("match", "--text", "x", "--ConnectionStrings:Bot=Data Source=not-a-database.db", "--Keys:File=own.key")).OnlyLine);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told_in_one_line()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var url = $"http://{taken.LocalEndpoint}";

        var ending = await bot.Run("--Web:Url=" + url, WithoutSample);

        Assert.Equal((1, $"Failed to bind to address {url}: address already in use."), (ending.Code, ending.OnlyLine));
    }

    [Fact]
    public async Task Doctor_tells_the_origin_of_settings_and_hides_secrets()
    {
        const string token = "123456789:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        var ending = await bot.Run([("Telegram__Token", token), ("Telegram__ApiUrl", "http://127.0.0.1:1")], ["doctor", "--Triage:Language", "kk"]);

        Assert.Equal(1, ending.Code);    // an empty register, and nobody answers for Telegram
        Assert.DoesNotContain(token, ending.Output + ending.Errors, StringComparison.Ordinal);
        var settings = ending.Json.GetProperty("settings").EnumerateArray().ToDictionary(line => line.GetProperty("name").GetString()!, line => line);
        Assert.Equal(("(set, hidden)", "environment"), Told(settings["Telegram:Token"]));
        Assert.Equal(("kk", "command line"), Told(settings["Triage:Language"]));
        Assert.Equal(("data/bot.key", "default"), Told(settings["Keys:File"]));
        Assert.Equal(["register", "telegram"], Unwell(ending.Json));

        static (string?, string?) Told(JsonElement line) => (line.GetProperty("value").GetString(), line.GetProperty("origin").GetString());
    }

    [Fact]
    public async Task Doctor_says_what_to_do_about_a_broken_key_file()
    {
        bot.Write("broken.key", "not a key\n");

        var ending = await bot.Run("doctor", "--Keys:File=broken.key");

        Assert.Equal((1, "keys"), (ending.Code, Unwell(ending.Json)[0]));
        Assert.Contains("restore it from its own backup", ending.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_knows_when_the_keys_belong_to_another_database()
    {
        await bot.Run("invite");

        var ending = await bot.Run("doctor", "--Keys:File=another.key");

        Assert.Equal((1, "database"), (ending.Code, Unwell(ending.Json)[0]));
        Assert.Contains("does not belong to this database", ending.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_every_verb()
    {
        var ending = await bot.Run("--help");

        Assert.Equal((0, ""), (ending.Code, ending.Errors));
        foreach (var verb in new[] { "doctor", "import <FILE>", "match", "eval", "risk <LOT>", "invite", "keys <prune|rotate>", "--Section:Key=value" })
            Assert.Contains(verb, ending.Output, StringComparison.Ordinal);
    }

    private static List<string> Unwell(JsonElement report) => [.. report.GetProperty("checks").EnumerateArray()
        .Where(check => !check.GetProperty("ok").GetBoolean()).Select(check => check.GetProperty("name").GetString()!)];
}
