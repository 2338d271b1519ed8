using Bot.Conversation;
using Xunit;

namespace Bot.Tests.Channels.Web;

public sealed class StreamTests : IAsyncLifetime
{
    private ScriptedBot bot = null!;
    private Visitor visitor = null!;

    public async Task InitializeAsync()
    {
        bot = await ScriptedBot.Start();
        bot.Script = message => [(message.Sender, new Reply("echo " + message.Text, []))];
        visitor = await Visitor.Of(bot);
    }

    public async Task DisposeAsync()
    {
        visitor.Dispose();
        await bot.DisposeAsync();
    }

    [Fact]
    public async Task A_new_reader_hears_everything_from_the_beginning_and_then_what_comes()
    {
        await visitor.Say("one", "message-0001");
        var hearing = visitor.Hear(3);
        await visitor.Say("two", "message-0002");
        await visitor.Say("three", "message-0003");

        Assert.Equal([(1, "echo one"), (2, "echo two"), (3, "echo three")], await hearing);
    }

    [Fact]
    public async Task A_reader_who_comes_back_misses_nothing_and_hears_nothing_twice()
    {
        for (var number = 1; number <= 6; number++)
            await visitor.Say($"{number}", $"message-000{number}");

        Assert.Equal([3, 4, 5, 6], (await visitor.Hear(4, "/stream?after=2")).Select(heard => heard.Position));
        Assert.Equal([5, 6], (await visitor.Hear(2, lastEventId: 4)).Select(heard => heard.Position));
        Assert.Equal([5, 6], (await visitor.Hear(2, "/stream?after=2", lastEventId: 4)).Select(heard => heard.Position));
        Assert.Equal(6, (await visitor.Hear(6, "/stream?after=-9&after=x")).Count);
    }

    [Fact]
    public async Task Nobody_hears_what_was_said_to_another()
    {
        using var other = await Visitor.Of(bot);
        await other.Say("secret");
        await visitor.Say("mine");

        Assert.Equal([(2, "echo mine")], await visitor.Hear(1));
    }

    [Fact]
    public async Task Lines_and_markup_pass_unchanged()
    {
        var reply = new Reply("а\n\nb\r\n<i>&\u2028ә", [new Button("Дайын", "done", ButtonStyle.Main)]) { Card = "c1" };
        bot.Script = message => [(message.Sender, reply)];
        await visitor.Say("hello");

        Assert.Equal(reply.Text, (await visitor.Hear(1))[0].Text);
    }

    [Fact]
    public async Task The_service_stops_while_pages_are_listening()
    {
        using var open = await visitor.Http.GetAsync("/stream", HttpCompletionOption.ResponseHeadersRead);
        await bot.Close();

        Assert.Equal(": here\n\n", await open.Content.ReadAsStringAsync());    // whole, not cut off
    }

    [Fact]
    public async Task A_stopped_store_ends_the_stream_and_the_reader_comes_back_later()
    {
        await visitor.Say("kept");
        bot.IsStoreDown = true;
        Assert.Empty(await visitor.Hear(1));

        bot.IsStoreDown = false;
        Assert.Single(await visitor.Hear(1));
    }
}
