using System.Text;
using System.Text.RegularExpressions;
using Bot.Lots;
using Fakes.Telegram;
using Xunit;

namespace Bot.Tests.Promises;

/// <summary>Names of schools, things and people that carry markup, or marks that turn and hide writing.</summary>
[Trait("Catalogue", "S6")]
public sealed partial class NamesTests
{
    private const string Number = "85777001-ЗЦП1";
    private const string School = "<b>Школа</b> & \u202Eгимназия\u202C \u200Bим. \u2066Абая\u2069 <a href='https://evil.example'>№1</a>", Thing = "Кра\u200Bска <i>&amp; \u202Eолифа";

    [Fact]
    public async Task Markup_in_a_name_is_shown_as_it_stands_and_nothing_turns_or_hides()
    {
        await using var house = await TelegramHouse.Open(isReady: false);
        await Import(house);
        await house.File(TelegramHouse.Aigul, $"Too dear, lot {Number}");

        var said = house.Telegram.Messages(TelegramHouse.Aigul).Concat(house.Telegram.Messages(TelegramHouse.Desk)).ToList();
        Assert.Contains(said, message => message.Text.Contains("<b>Школа</b> & гимназия им. Абая", StringComparison.Ordinal));
        Assert.Contains(said, message => message.Text.Contains("Краска <i>& олифа", StringComparison.Ordinal));
        Assert.All(said, message => Assert.DoesNotMatch(Turning(), message.Text));
        Assert.All(house.Telegram.Calls.Where(call => call.Method is "sendMessage" or "editMessageText"), call => Assert.Null(call["parse_mode"]));
    }

    [Fact]
    public async Task A_coordinators_name_cannot_turn_a_card_round()
    {
        await using var house = await TelegramHouse.Open();
        await house.File(TelegramHouse.Aigul);
        await house.Press(TelegramHouse.Desk, "Claim", new FakePerson(2003, "Ай\u202Eгүл\u200B <b>"));

        Assert.Contains("Айгүл <b> has it", house.Last(TelegramHouse.Desk), StringComparison.Ordinal);
        Assert.DoesNotMatch(Turning(), house.Last(TelegramHouse.Desk));
    }

    private static async Task Import(TelegramHouse house)
    {
        var fixture = Path.Combine(Repository.Root, "tests/Library.Tests/Procurement/fixtures/later-lots.jsonl");
        var line = (await File.ReadAllLinesAsync(fixture))[0];
        var lot = System.Text.Json.Nodes.JsonNode.Parse(line)!;
        (lot["id"], lot["lotNumber"], lot["customerNameRu"], lot["nameRu"], lot["descriptionRu"]) = (49777001, Number, School, Thing, null);
        await using var stream = new MemoryStream(Encoding.UTF8.GetBytes(lot.ToJsonString() + "\n"));
        await house.The<Intake>().Take("names.jsonl", stream, null, default);
        await house.The<Register>().Build(default);
    }

    [GeneratedRegex("[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]")]
    private static partial Regex Turning();
}
