using System.Globalization;
using System.Text.Json;
using Bot.Channels.Telegram;
using Bot.Conversation;
using Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Bot.Tests.Channels.Telegram;

public sealed partial class UpdatesTests
{
    [Theory]
    [MemberData(nameof(Table))]
    public void Every_kind_of_update_becomes_what_the_table_says(string name, string json, string expected)
    {
        Assert.NotEmpty(name);
        Assert.Equal(expected, Show(Read(json).Message));
    }

    [Fact]
    public void The_time_is_the_messages_own()
    {
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1788249600), Read(Private("\"text\":\"hi\"")).Message!.SentAt);
    }

    [Fact]
    public void A_press_that_is_not_for_us_is_confirmed_all_the_same()
    {
        var heard = Read(Update($$""" "callback_query":{"id":"99",{{Aigul}},"message":{ {{Elsewhere}} },"data":"x"} """));
        Assert.Equal((null, "99"), (heard.Message, heard.PressId));
    }

    [Fact, Trait("Catalogue", "P6")]
    public void A_group_that_became_a_supergroup_keeps_its_name_and_the_operator_is_told()
    {
        var log = new LogBook();
        var updates = Updates(log);
        using var moved = JsonDocument.Parse(Update($$""" "message":{ {{Desk}},{{Aigul}},"migrate_to_chat_id":-1007 } """));
        var there = Desk.Replace("-500", "-1007", StringComparison.Ordinal);
        using var said = JsonDocument.Parse(Update($$""" "message":{ {{there}},{{Aigul}},"text":"hi" } """));

        Assert.Null(updates.Read(moved.RootElement).Message);
        Assert.Equal("-500", updates.Read(said.RootElement).Message?.Group);
        Assert.Contains(log.Lines, line => line.Contains("Set Telegram:CoordinatorsChat to -1007", StringComparison.Ordinal));
    }

    private static Heard Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Updates(new LogBook()).Read(document.RootElement);
    }

    private static Updates Updates(LogBook log)
    {
        using var logs = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        var nowhere = new ServiceCollection().BuildServiceProvider().GetRequiredService<IServiceScopeFactory>();    // reading asks no store
        var group = new CoordinatorsGroup(new TelegramSettings { CoordinatorsChat = "-500" }, nowhere, new PushedClock(), logs.CreateLogger<CoordinatorsGroup>());
        return new Updates(group, new PushedClock(), logs.CreateLogger<Updates>()) { Username = "our_bot" };
    }

    private static string Show(IncomingMessage? message)
    {
        if (message is null)
            return "nothing";
        var group = message.Group is null ? "" : $"@{message.Group} {message.SenderName}" + (message.Topic is { } topic ? $" #{topic}" : "");
        var language = message.LanguageHint is null ? "" : $" {message.LanguageHint}";
        var press = message.Press is null ? "" : $" !{message.Press}";
        var files = string.Concat(message.Files.Select(file => string.Create(CultureInfo.InvariantCulture,
            $" [{file.Name} {file.ContentType} {file.Size} {file.Reference}]")));
        return $"{message.ExternalId} · {message.Sender}{group}{language} {message.Kind} \"{message.Text}\"{press}{files}";
    }
}
