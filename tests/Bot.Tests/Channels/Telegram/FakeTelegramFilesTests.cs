using System.Buffers.Binary;
using System.Text.Json.Nodes;
using Fakes.Telegram;
using Xunit;
using static Bot.Tests.Channels.Telegram.FakeTelegramForumTests;

namespace Bot.Tests.Channels.Telegram;

/// <summary>Uploads, files known before and albums in the made-up Telegram.</summary>
public sealed class FakeTelegramFilesTests
{
    private const int Megabyte = 1024 * 1024;

    [Theory]
    [InlineData("sendPhoto", "photo", 10 * Megabyte, 200)]
    [InlineData("sendPhoto", "photo", 10 * Megabyte + 1, 400)]
    [InlineData("sendDocument", "document", 50 * Megabyte, 200)]
    [InlineData("sendDocument", "document", 50 * Megabyte + 1, 413)]
    [InlineData("sendVoice", "voice", 3, 200)]
    [InlineData("sendVideo", "video", 3, 200)]
    [InlineData("sendDocument", "document", 0, 400)]
    public async Task A_photo_holds_10_MB_and_any_other_file_50(string method, string name, int size, int status)
    {
        await using var telegram = await FakeTelegram.Start();
        telegram.Open(1);
        var bytes = new byte[size];
        Picture(640, 480).Take(size).ToArray().CopyTo(bytes, 0);
        var (code, _) = await Upload(telegram, method, new() { ["chat_id"] = "1" }, (name, bytes));
        Assert.Equal(status, code);
        if (status == 200)
            Assert.Equal(bytes, telegram.Content(telegram.Messages(1)[0].FileId!));
    }

    [Theory]
    [InlineData(5000, 5000, "")]
    [InlineData(5001, 5000, "PHOTO_INVALID_DIMENSIONS")]
    [InlineData(2000, 100, "")]
    [InlineData(2001, 100, "PHOTO_INVALID_DIMENSIONS")]
    [InlineData(0, 0, "IMAGE_PROCESS_FAILED")]
    public async Task A_photo_has_sides_that_can_be_shown(int width, int height, string words)
    {
        await using var telegram = await FakeTelegram.Start();
        telegram.Open(1);
        var bytes = width == 0 ? [1, 2, 3] : Picture(width, height);
        var (_, answer) = await Upload(telegram, "sendPhoto", new() { ["chat_id"] = "1" }, ("photo", bytes));
        Assert.Equal(words.Length == 0 ? null : $"Bad Request: {words}", answer["description"]?.GetValue<string>());
    }

    [Fact]
    public async Task A_jpeg_is_measured_too()
    {
        await using var telegram = await FakeTelegram.Start();
        telegram.Open(1);
        byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC0, 0, 17, 8, 1, 0xE0, 2, 0x80, 3, 0, 0];
        var (_, answer) = await Upload(telegram, "sendPhoto", new() { ["chat_id"] = "1" }, ("photo", jpeg));
        var photo = answer["result"]!["photo"]![0]!;
        Assert.Equal((640, 480), (photo["width"]!.GetValue<int>(), photo["height"]!.GetValue<int>()));
    }

    [Fact]
    public async Task A_known_file_is_sent_again_by_its_id_and_only_as_what_it_is()
    {
        await using var telegram = await FakeTelegram.Start();
        telegram.SendPhoto(1, Picture(640, 480));
        var file = telegram.Everything(1)[0].FileId;
        await Ok(telegram, "sendPhoto", $$"""{"chat_id":1,"photo":"{{file}}","protect_content":true}""");
        Assert.Equal((file, true), (telegram.Messages(1)[0].FileId, telegram.Messages(1)[0].IsProtected));
        Assert.Contains("can't use file of type photos as document",
            await No(telegram, "sendDocument", $$"""{"chat_id":1,"document":"{{file}}"}"""), StringComparison.Ordinal);
        Assert.Contains("wrong file identifier", await No(telegram, "sendPhoto", """{"chat_id":1,"photo":"nothing"}"""), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("photo", "photo", 200)]
    [InlineData("photo", "document", 400)]
    [InlineData("document", "document", 200)]
    [InlineData("voice", "voice", 400)]
    public async Task An_album_has_parts_that_go_together(string first, string second, int status)
    {
        await using var telegram = await FakeTelegram.Start();
        telegram.Open(1);
        var media = $$"""[{"type":"{{first}}","media":"attach://a","caption":"<b>x</b>","parse_mode":"HTML"},{"type":"{{second}}","media":"attach://b"}]""";
        var (code, _) = await Upload(telegram, "sendMediaGroup", new() { ["chat_id"] = "1", ["media"] = media },
            ("a", Picture(9, 9)), ("b", Picture(9, 9)));
        Assert.Equal(status, code);
        Assert.Equal(status == 200 ? 2 : 0, telegram.Messages(1).Count);
        Assert.True(telegram.Messages(1).Select(part => part.Album).Distinct().Count() <= 1);
    }

    [Fact]
    public async Task An_album_of_one_is_refused() => Assert.Contains("2 to 10",
        await With(telegram => No(telegram, "sendMediaGroup", """{"chat_id":1,"media":[{"type":"photo","media":"x"}]}""")), StringComparison.Ordinal);

    /// <summary>The beginning of a PNG of this size.</summary>
    internal static byte[] Picture(int width, int height)
    {
        byte[] bytes = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, .. new byte[8]];
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(20), height);
        return bytes;
    }

    private static async Task<T> With<T>(Func<FakeTelegram, Task<T>> act)
    {
        await using var telegram = await FakeTelegram.Start();
        telegram.Open(1);
        return await act(telegram);
    }

    private static async Task<(int Code, JsonNode Answer)> Upload(
        FakeTelegram telegram, string method, Dictionary<string, string> fields, params (string Name, byte[] Bytes)[] files)
    {
        using var http = new HttpClient();
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value), name);
        foreach (var (name, bytes) in files)
            form.Add(new ByteArrayContent(bytes), name, "file.png");
        using var answer = await http.PostAsync(new Uri($"{telegram.Url}/bot{telegram.Token}/{method}"), form);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }
}
