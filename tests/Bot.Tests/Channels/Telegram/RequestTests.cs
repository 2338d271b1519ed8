using System.Text.Json.Nodes;
using Bot.Channels;
using Bot.Conversation;
using Xunit;

namespace Bot.Tests.Channels.Telegram;

/// <summary>What goes over the wire for each kind of reply.</summary>
public sealed class RequestTests
{
    private const string Plain = """ "chat_id":"1001","text":"Сәлем","link_preview_options":{"is_disabled":true} """;

    private static readonly Reply YesOrNo =
        new("Сәлем", [new Button("Иә", "y", ButtonStyle.Main), new Button("Жоқ", "n", ButtonStyle.Danger)]);

    private static readonly Reply LongOnes =
        new("Сәлем", [new Button("Абай атындағы № 5 мектеп, асхана", "1"), new Button("Ешқайсысы", "2")]);

    private static string Keys(string rows) => $$"""{ {{Plain}},"reply_markup":{"inline_keyboard":{{rows}} } }""";

    public static TheoryData<string, Reply, string> Table => new()
    {
        { "plain text", new Reply("Сәлем", []), $"{{{Plain}}}" },
        { "markup stays text", new Reply("<b>5 > 3 & *4*</b>", []),
            """{"chat_id":"1001","text":"<b>5 > 3 & *4*</b>","link_preview_options":{"is_disabled":true}}""" },
        { "short buttons side by side", YesOrNo,
            Keys("""[[{"text":"Иә","callback_data":"y","style":"primary"},{"text":"Жоқ","callback_data":"n","style":"danger"}]]""") },
        { "long buttons in rows of their own", LongOnes,
            Keys("""[[{"text":"Абай атындағы № 5 мектеп, асхана","callback_data":"1"}],[{"text":"Ешқайсысы","callback_data":"2"}]]""") },
        { "at most three in a row", new Reply("Сәлем", [.. Enumerable.Range(1, 4).Select(number => new Button($"{number}", $"{number}"))]),
            Keys("""
                [[{"text":"1","callback_data":"1"},{"text":"2","callback_data":"2"},{"text":"3","callback_data":"3"}],
                 [{"text":"4","callback_data":"4"}]]
                """) },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task A_reply_is_exactly_this_request(string name, Reply reply, string expected)
    {
        Assert.NotEmpty(name);
        await using var stage = await TelegramStage.Set(listens: false);
        stage.Telegram.Open(1001);

        var delivery = await stage.Channel.Send(new Outgoing(1, "1001", reply, null), CancellationToken.None);

        var call = Assert.Single(stage.Telegram.Calls);
        Assert.Equal(("sendMessage", 200, "application/json"), (call.Method, call.Status, call.ContentType));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), call.Parameters), call.Parameters.ToJsonString());
        Assert.Equal(new Delivery.Sent("1"), delivery);
    }

    [Fact]
    public async Task A_long_text_goes_in_parts_with_the_buttons_under_the_last()
    {
        await using var stage = await TelegramStage.Set(listens: false);
        stage.Telegram.Open(1001);
        var text = string.Join("\n\n", Enumerable.Range(1, 3).Select(number => $"{number}" + new string('ә', 3000)));

        var delivery = await stage.Send("1001", text, new Button("Иә", "y"));

        Assert.Equal(new Delivery.Sent("1,2,3"), delivery);
        var messages = stage.Telegram.Messages(1001);
        Assert.Equal(text, string.Join("\n\n", messages.Select(message => message.Text)));
        Assert.Equal([0, 0, 1], messages.Select(message => message.Buttons.Count()));
    }

    [Fact]
    public async Task A_long_card_is_changed_part_by_part_and_a_part_that_is_gone_is_sent_anew()
    {
        await using var stage = await TelegramStage.Set(listens: false);
        stage.Telegram.Open(-500);
        static string Text(char letter) => new string(letter, 4000) + "\n\n" + new string(letter, 4000);
        Assert.Equal(new Delivery.Sent("1,2"), await stage.Send("-500", Text('а')));
        Assert.Equal(new Delivery.Sent("1,2"), await stage.Edit("-500", Text('б'), "1,2"));
        Assert.Equal([1, 1], stage.Telegram.Messages(-500).Select(message => message.Edits));

        Assert.Equal(new Delivery.Sent("1,3"), await stage.Edit("-500", Text('в'), "1,77"));
        Assert.Equal(3, stage.Telegram.Messages(-500).Count);
    }

    [Fact]
    public async Task A_card_is_changed_in_place_and_its_buttons_can_go()
    {
        await using var stage = await TelegramStage.Set(listens: false);
        stage.Telegram.Open(-500);
        var sent = (Delivery.Sent)await stage.Send("-500", "New tip", new Button("Claim", "c"));

        Assert.Equal(sent, await stage.Edit("-500", "Claimed by Aigul", sent.ExternalId!));

        var card = Assert.Single(stage.Telegram.Messages(-500));
        Assert.Equal(("Claimed by Aigul", 1, 0), (card.Text, card.Edits, card.Buttons.Count()));
    }

    [Fact]
    public async Task A_card_that_shows_this_already_counts_as_sent()
    {
        await using var stage = await TelegramStage.Set(listens: false);
        stage.Telegram.Open(-500);
        await stage.Send("-500", "New tip");

        Assert.Equal(new Delivery.Sent("1"), await stage.Edit("-500", "New tip", "1"));
        Assert.Equal(400, stage.Telegram.Calls[^1].Status);
    }

    [Fact]
    public async Task A_card_that_is_gone_is_sent_anew()
    {
        await using var stage = await TelegramStage.Set(listens: false);
        stage.Telegram.Open(-500);

        Assert.Equal(new Delivery.Sent("1"), await stage.Edit("-500", "Claimed", "77"));
        Assert.Equal("Claimed", Assert.Single(stage.Telegram.Messages(-500)).Text);
    }

    [Fact]
    public async Task A_card_that_grew_by_a_message_is_sent_anew()
    {
        await using var stage = await TelegramStage.Set(listens: false);
        stage.Telegram.Open(-500);
        await stage.Send("-500", "short");

        Assert.Equal(new Delivery.Sent("2,3"), await stage.Edit("-500", new string('a', 5000), "1"));
    }

    [Fact, Trait("Catalogue", "P6")]
    public async Task What_is_meant_for_the_group_follows_it_to_its_new_number()
    {
        await using var stage = await TelegramStage.Set(listens: false);
        const long old = -500, moved = -1009000000002;
        stage.Telegram.Open(old);
        stage.Telegram.Migrate(old, moved);
        await using var other = await TelegramStage.Set(listens: false, telegram: stage.Telegram, group: "-500");

        Assert.IsType<Delivery.Sent>(await other.Send("-500", "New tip"));
        Assert.Single(stage.Telegram.Messages(moved));
        Assert.Equal("-500", other.Channel.Group);
    }
}
