using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Conversation;

namespace Bot.Channels.Telegram;

/// <summary>The few methods of the Telegram Bot API that the bot needs. Every failure is a <see cref="TelegramException"/>.</summary>
internal sealed class TelegramClient(HttpClient http, TelegramSettings settings, TimeProvider clock)
{
    /// <summary>The most that Telegram lets a bot download.</summary>
    public const int LargestFile = 20 * 1024 * 1024;

    /// <summary>How long one call may take before its outcome counts as unknown.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>The same for a call that carries a file of some megabytes; less than the outbox holds a message.</summary>
    private static readonly TimeSpan Uploading = TimeSpan.FromSeconds(90);

    /// <summary>How long Telegram holds a getUpdates open, and what is granted on top of it.</summary>
    public static readonly TimeSpan PollingTime = TimeSpan.FromSeconds(50), PollingGrace = TimeSpan.FromSeconds(15);

    private const int LargestAnswer = 64 * 1024 * 1024;
    private static readonly string[] Wanted = ["message", "edited_message", "callback_query", "my_chat_member"];
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 512 };
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly string root = settings.ApiUrl.TrimEnd('/');

    /// <summary>The bot's own username.</summary>
    public async Task<string> GetMe(CancellationToken cancellationToken) =>
        (await Call("getMe", new { }, Patience, cancellationToken)).Text("username") ?? "";

    /// <summary>Updates from <paramref name="offset"/> on; asking acknowledges all before it.</summary>
    public async Task<IReadOnlyList<JsonElement>> GetUpdates(long offset, int limit, CancellationToken cancellationToken)
    {
        var body = new { Offset = offset, Limit = limit, Timeout = (int)PollingTime.TotalSeconds, AllowedUpdates = Wanted };
        var result = await Call("getUpdates", body, PollingTime + PollingGrace, cancellationToken);
        return result.ValueKind == JsonValueKind.Array ? [.. result.EnumerateArray()] : [];
    }

    public Task SetWebhook(string url, string secret, CancellationToken cancellationToken) =>
        Call("setWebhook", new { Url = url, SecretToken = secret, AllowedUpdates = Wanted }, Patience, cancellationToken);

    public Task DeleteWebhook(CancellationToken cancellationToken) =>
        Call("deleteWebhook", new { DropPendingUpdates = false }, Patience, cancellationToken);

    public Task SetMyCommands(CommandList list, CancellationToken cancellationToken) =>
        Call("setMyCommands", new { list.Commands, LanguageCode = list.Language }, Patience, cancellationToken);

    /// <summary>Stops the waiting sign on a pressed button.</summary>
    public Task AnswerCallbackQuery(string id, CancellationToken cancellationToken) =>
        Call("answerCallbackQuery", new { CallbackQueryId = id }, TimeSpan.FromSeconds(3), cancellationToken);

    /// <summary>Shows for some seconds that the bot is typing.</summary>
    public Task SendChatAction(string chat, CancellationToken cancellationToken) =>
        Call("sendChatAction", new { ChatId = chat, Action = "typing" }, TimeSpan.FromSeconds(3), cancellationToken);

    /// <summary>What the bot shows of itself before anybody writes, in one language.</summary>
    public async Task SetMyDescription(CommandList list, CancellationToken cancellationToken)
    {
        await Call("setMyDescription", new { list.Description, LanguageCode = list.Language }, Patience, cancellationToken);
        await Call("setMyShortDescription", new { list.ShortDescription, LanguageCode = list.Language }, Patience, cancellationToken);
    }

    /// <summary>A new topic in a group, of 1 to 128 letters; returns its number.</summary>
    public async Task<long> CreateForumTopic(string chat, string name) =>
        (await Call("createForumTopic", new { ChatId = chat, Name = name }, Patience, CancellationToken.None)).Number("message_thread_id")
            ?? throw new TelegramException("createForumTopic", Reached.Unknown, 0, "the answer has no message_thread_id");

    /// <summary>Sends plain text; returns the new message's number.</summary>
    /// <param name="topic">Null for the general topic, and where there are none.</param>
    /// <param name="isProtected">Cannot be passed on or saved from there.</param>
    public async Task<long> SendMessage(string chat, string text, Keyboard? keyboard, long? topic = null, bool isProtected = false)
    {
        var body = new
        {
            ChatId = chat,
            MessageThreadId = topic,
            Text = text,
            LinkPreviewOptions = NoPreview.Instance,
            ProtectContent = isProtected ? true : (bool?)null,
            ReplyMarkup = keyboard,
        };
        var message = await Call("sendMessage", body, Patience, CancellationToken.None);
        return message.Number("message_id")
            ?? throw new TelegramException("sendMessage", Reached.Unknown, 0, "the answer has no message_id");
    }

    /// <summary>Sends a picture under its words; returns the new message's number.</summary>
    public async Task<long> SendPhotograph(string chat, Photograph photo, string caption, long? topic, bool isProtected)
    {
        var upload = new PhotoUpload(photo);
        using var body = upload.Form(chat, caption, topic, isProtected);
        var message = await Post(upload.Method, body, Uploading, CancellationToken.None);
        return message.Number("message_id")
            ?? throw new TelegramException(upload.Method, Reached.Unknown, 0, "the answer has no message_id");
    }

    public Task EditMessageText(string chat, long messageId, string text, Keyboard? keyboard) =>
        Call("editMessageText",
            new { ChatId = chat, MessageId = messageId, Text = text, LinkPreviewOptions = NoPreview.Instance, ReplyMarkup = keyboard },
            Patience, CancellationToken.None);

    /// <summary>Takes one of our own messages away, for 48 hours; an administrator may later too. One that is gone already is no fault.</summary>
    public async Task DeleteMessage(string chat, long messageId)
    {
        try
        {
            await Call("deleteMessage", new { ChatId = chat, MessageId = messageId }, Patience, CancellationToken.None);
        }
        catch (TelegramException e) when (e.Says("message to delete not found"))
        {
            return;
        }
    }

    /// <summary>Where the file can be downloaded from for the next hour, or null when Telegram keeps it to itself.</summary>
    public async Task<string?> GetFile(string fileId, CancellationToken cancellationToken) =>
        (await Call("getFile", new { FileId = fileId }, Patience, cancellationToken)).Text("file_path");

    /// <summary>The bytes of a file, or null when they are more than <see cref="LargestFile"/>.</summary>
    public async Task<byte[]?> Download(string path, CancellationToken cancellationToken)
    {
        var place = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{root}/file/bot{settings.Token}/{place}");
        return await Exchange("download", request, TimeSpan.FromMinutes(2), async (response, token) =>
        {
            if (!response.IsSuccessStatusCode)
                throw new TelegramException("download", Reached.Answered, (int)response.StatusCode, "the file is not given");
            return await response.Content.ReadAtMost(LargestFile, token);
        }, cancellationToken);
    }

    private async Task<JsonElement> Call<T>(string method, T body, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, Json));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return await Post(method, content, limit, cancellationToken);
    }

    private async Task<JsonElement> Post(string method, HttpContent body, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{root}/bot{settings.Token}/{method}") { Content = body };
        return await Exchange(method, request, limit, async (response, token) =>
            BotApiAnswer.Read(method, (int)response.StatusCode, await response.Content.ReadAtMost(LargestAnswer, token) ?? [], Deep),
            cancellationToken);
    }

    private Task<T> Exchange<T>(string method, HttpRequestMessage request, TimeSpan limit,
        Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken cancellationToken) => Channels.Exchange.Run(
            http, request, limit, clock, read, (reached, reason) => new TelegramException(method, reached, 0, reason), cancellationToken);

    private sealed record NoPreview(bool IsDisabled)
    {
        public static NoPreview Instance { get; } = new(true);
    }
}

/// <summary>The commands that the chat's menu offers in one language; an empty language is the rest of the world.</summary>
/// <param name="ShortDescription">Up to 120 characters: on the bot's page and beside links to it.</param>
/// <param name="Description">Up to 512: in the empty chat, before the first word.</param>
public sealed record CommandList(string Language, IReadOnlyList<MenuCommand> Commands, string ShortDescription = "", string Description = "");

/// <summary>One line of the menu: a word of 1–32 small Latin letters, and up to 256 characters of what it does.</summary>
public sealed record MenuCommand(string Command, string Description);
