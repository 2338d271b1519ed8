using Bot.Channels.Telegram;
using Fakes.Telegram;
using Xunit;

namespace Bot.Tests.Channels.Telegram;

public sealed class FetchTests
{
    [Fact]
    public async Task A_file_is_fetched_by_its_reference()
    {
        await using var stage = await TelegramStage.Set();
        stage.Telegram.SendDocument(1001, "акт № 5.pdf", "application/pdf", "%PDF-1.7"u8.ToArray());
        var file = Assert.Single(Assert.Single(await stage.Mailbox.Wait()).Files);

        Assert.Equal(("акт № 5.pdf", "application/pdf", 8, null), (file.Name, file.ContentType, file.Size, file.Content));
        Assert.Equal("%PDF-1.7"u8.ToArray(), await stage.Channel.Fetch(file, CancellationToken.None));
    }

    [Fact]
    public async Task A_file_that_is_too_big_or_unknown_cannot_be_had()
    {
        await using var stage = await TelegramStage.Set();
        stage.Telegram.SendDocument(1001, "film.mp4", "video/mp4", [1], size: 30_000_000);
        var file = Assert.Single(Assert.Single(await stage.Mailbox.Wait()).Files);

        Assert.Null(await stage.Channel.Fetch(file, CancellationToken.None));
        Assert.Null(await stage.Channel.Fetch(file with { Reference = "forged" }, CancellationToken.None));
    }

    [Fact]
    public async Task A_file_longer_than_Telegram_allows_is_not_read_to_its_end()
    {
        await using var stage = await TelegramStage.Set();
        stage.Telegram.SendDocument(1001, "lie.bin", "application/octet-stream", new byte[TelegramClient.LargestFile + 1], size: 10);
        var file = Assert.Single(Assert.Single(await stage.Mailbox.Wait()).Files);

        Assert.Null(await stage.Channel.Fetch(file, CancellationToken.None));
    }

    [Fact]
    public async Task A_stumble_on_the_way_is_repeated()
    {
        await using var stage = await TelegramStage.Set();
        stage.Telegram.SendVoice(1001, [1, 2, 3]);
        var file = Assert.Single(Assert.Single(await stage.Mailbox.Wait()).Files);
        stage.Telegram.FailNext("getFile", Fault.Reset(carriedOut: false));

        Assert.Equal([1, 2, 3], (await stage.Channel.Fetch(file, CancellationToken.None))!);
    }
}
