using Bot.Channels;
using Bot.Conversation;
using Bot.Storage;
using Bot.Tests.Promises;
using Bot.Tips;
using Bot.Triage;
using Fakes.Telegram;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Channels.Telegram;

/// <summary>Pictures of a tip in the coordinators' group on Telegram.</summary>
[Trait("Catalogue", "S5")]
public sealed class PhotographTests
{
    private const string Name = "Айгүлдің үйі.jpg";

    [Fact]
    public async Task A_picture_comes_cleaned_protected_under_another_name_and_never_from_its_author()
    {
        await using var house = await TelegramHouse.Open();
        house.Telegram.SendDocument(TelegramHouse.Aigul, Name, "image/jpeg", Pictures.Upright, "Too dear, lot 85634585-ЗЦП1");
        house.Telegram.SendDocument(TelegramHouse.Aigul, "report.pdf", "application/pdf", [1, 2, 3]);
        await house.Go();
        await house.Press(TelegramHouse.Aigul, "Done");
        await house.Press(TelegramHouse.Desk, "Files");

        var shown = Assert.Single(house.Telegram.Messages(TelegramHouse.Desk), message => message.FileId is not null);
        Assert.Equal(CleanPicture.Of(Pictures.Upright)!.Content, house.Telegram.Content(shown.FileId!));
        Assert.Equal(("№1, file 1", true, false), (shown.Text, shown.IsProtected, shown.IsForwarded));
        Assert.DoesNotContain(house.Telegram.Calls, call => call.Method is "copyMessage" or "forwardMessage");
        Assert.DoesNotContain(house.Telegram.Calls.Where(call => call["chat_id"] == "-500"), call => call.Parameters.ToString().Contains("Айгүл", StringComparison.Ordinal));
        Assert.Contains(house.Telegram.Messages(TelegramHouse.Desk), message => message.Text.Contains("2. A document, 0.1 MB – stays sealed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_picture_whose_author_was_forgotten_on_its_way_does_not_leave()
    {
        await using var house = await TelegramHouse.Open();
        house.Telegram.SendDocument(TelegramHouse.Aigul, Name, "image/jpeg", Pictures.Jpeg, "Too dear, lot 85634585-ЗЦП1");
        await house.Go();
        await house.Press(TelegramHouse.Aigul, "Done");
        var (message, data) = house.Button(TelegramHouse.Desk, "Files");
        house.Telegram.Press(TelegramHouse.Desk, message, data);
        await house.Bring(Assert.Single(await house.Updates()));
        Assert.True(await house.The<Answering>().AnswerNext(default));
        await house.Look(db => db.TipFiles.ExecuteDeleteAsync());
        await house.Settle();

        Assert.DoesNotContain(house.Telegram.Messages(TelegramHouse.Desk), said => said.FileId is not null);
        Assert.Equal(OutboxState.Refused, (await house.Look(db => db.Outbox.OrderBy(row => row.Position).LastAsync())).State);
    }

    [Fact]
    public async Task What_stays_sealed_the_operator_can_write_out_under_names_of_ours()
    {
        await using var house = await TelegramHouse.Open();
        house.Telegram.SendDocument(TelegramHouse.Aigul, "Айгүл.PDF", "application/pdf", [1, 2, 3], "Too dear, lot 85634585-ЗЦП1");
        house.Telegram.SendVoice(TelegramHouse.Aigul, [4, 5]);
        await house.Go();
        await house.Press(TelegramHouse.Aigul, "Done");
        var folder = Directory.CreateTempSubdirectory("bot-files-").FullName;

        Assert.Equal(0, await CommandLine.Run(["files", "1", "--into", folder, .. house.Store]));
        Assert.Equal(["1-1.PDF", "1-2.ogg"], Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.True(await System.IO.File.ReadAllBytesAsync(Path.Combine(folder, "1-1.PDF")) is [1, 2, 3]);
        Assert.Equal(1, await CommandLine.Run(["files", "2", .. house.Store]));
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData(4000, 3000, "sendPhoto"), InlineData(8160, 6120, "sendDocument"), InlineData(100, 2001, "sendDocument")]
    public async Task A_picture_that_is_too_large_for_a_photo_comes_as_a_file_in_its_topic(int width, int height, string method)
    {
        await using var stage = await TelegramStage.Set(listens: false);
        stage.Telegram.OpenForum(-1009000000001, "Үйлестірушілер");
        var topic = stage.Telegram.OpenTopic(-1009000000001, "№7");
        var id = Guid.NewGuid();
        stage.Album[id] = new Photograph("picture.jpg", "image/jpeg", Pictures.Jpeg, width, height);
        var reply = new Reply("№7, file 1", []) { Photo = id, Topic = $"{topic}" };

        Assert.IsType<Delivery.Sent>(await stage.Channel.Send(new Outgoing(5, TelegramStage.Group, reply, null), default));
        var call = stage.Telegram.Calls[^1];
        Assert.Equal((method, $"{topic}"), (call.Method, call["message_thread_id"]));
    }

    [Fact]
    public async Task A_picture_goes_where_the_group_has_moved_to()
    {
        await using var stage = await TelegramStage.Set(listens: false, group: "-500");
        stage.Telegram.Open(-500);
        stage.Telegram.Migrate(-500, -1009000000001);
        var id = Guid.NewGuid();
        stage.Album[id] = new Photograph("picture.jpg", "image/jpeg", Pictures.Jpeg, 24, 16);

        Assert.IsType<Delivery.Sent>(await stage.Channel.Send(new Outgoing(5, "-500", new Reply("№7, file 1", []) { Photo = id }, null), default));
        Assert.NotNull(Assert.Single(stage.Telegram.Messages(-1009000000001)).FileId);
    }
}
