using System.Globalization;
using Bot.Channels;
using Bot.Conversation;
using Fakes.Telegram;
using Xunit;

namespace Bot.Tests.Channels.Telegram;

/// <summary>A coordinators' group with topics: one for each case, the general one for everything else.</summary>
public sealed class TopicsTests
{
    private static readonly long Group = long.Parse(TelegramStage.Group, CultureInfo.InvariantCulture);

    [Fact]
    public async Task Every_case_gets_a_topic_named_by_its_first_line_and_its_card_hangs_there()
    {
        await using var stage = await InForum();
        await stage.SendCard("case-1", "№1 · Шатыр\nжаңа");
        await stage.SendCard("case-2", "№2 · Ас\nжаңа");
        await stage.Send(TelegramStage.Group, "to everybody");

        Assert.Equal(["№1 · Шатыр", "№2 · Ас"], stage.Telegram.Topics(Group).Select(topic => topic.Name));
        var threads = stage.Telegram.Topics(Group).Select(topic => topic.Thread.ToString(CultureInfo.InvariantCulture));
        Assert.Equal([.. threads, null], Sent(stage).Select(call => call["message_thread_id"]));
        Assert.All(Sent(stage), call => Assert.Equal("true", call["protect_content"]));    // an author's covered words cannot be passed on
    }

    [Fact]
    public async Task What_is_said_in_a_topic_is_answered_there_and_a_press_too()
    {
        await using var stage = await InForum();
        var thread = stage.Telegram.OpenTopic(Group, "№7");
        stage.Telegram.Say(Group, "/queue", new FakePerson(2001, "Айгүл"), thread);
        var heard = Assert.Single(await stage.Mailbox.Wait());
        Assert.Equal(thread.ToString(CultureInfo.InvariantCulture), heard.Topic);

        await stage.Channel.Send(new Outgoing(9, TelegramStage.Group, new Reply("two cards", []) { Topic = heard.Topic }, null), default);
        Assert.Equal(heard.Topic, Sent(stage)[^1]["message_thread_id"]);
    }

    [Fact, Trait("Catalogue", "P7")]
    public async Task The_topic_of_a_card_that_somebody_deleted_is_made_anew()
    {
        await using var stage = await InForum();
        await stage.SendCard("case-1", "№1 · Шатыр");
        stage.Telegram.LoseTopic(Group, stage.Telegram.Topics(Group)[0].Thread);

        Assert.IsType<Delivery.Sent>(await stage.SendCard("case-1", "№1 · Шатыр, тексерілуде"));
        Assert.Equal("№1 · Шатыр, тексерілуде", Assert.Single(stage.Telegram.Topics(Group)).Name);
    }

    [Fact, Trait("Catalogue", "P7")]
    public async Task An_answer_to_a_topic_that_is_gone_comes_in_the_general_one()
    {
        await using var stage = await InForum();
        await stage.Channel.Send(new Outgoing(9, TelegramStage.Group, new Reply("late", []) { Topic = "4711" }, null), default);

        Assert.Null(Sent(stage)[^1]["message_thread_id"]);
    }

    [Fact]
    public async Task Without_the_right_to_make_topics_cards_hang_in_the_general_one_and_the_operator_hears_why()
    {
        await using var stage = await InForum(rights: []);
        Assert.IsType<Delivery.Sent>(await stage.SendCard("case-1", "№1 · Шатыр"));

        Assert.Empty(stage.Telegram.Topics(Group));
        await stage.Log.Wait("no topic could be made");
    }

    private static async Task<TelegramStage> InForum(string[]? rights = null)
    {
        var telegram = await FakeTelegram.Start();
        if (rights is null)
            telegram.OpenForum(Group, "Үйлестірушілер");
        else
            telegram.OpenForum(Group, "Үйлестірушілер", rights);
        var stage = await TelegramStage.Set(telegram: telegram);
        await stage.Log.Wait("listening as");
        return stage;
    }

    private static List<FakeCall> Sent(TelegramStage stage) => [.. stage.Telegram.Calls.Where(call => call is { Method: "sendMessage", Status: 200 })];
}
