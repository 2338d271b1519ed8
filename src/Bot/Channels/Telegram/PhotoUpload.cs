using System.Globalization;
using System.Net.Http.Headers;
using Bot.Conversation;

namespace Bot.Channels.Telegram;

/// <summary>A picture on its way to Telegram: as a photo where it keeps to the limits of one (Bot API, sendPhoto), else as a file.</summary>
internal sealed class PhotoUpload(Photograph photo)
{
    private const int LargestPhoto = 10 * 1024 * 1024, LongestSides = 10_000, Thinnest = 20;

    private readonly string kind = photo.Content.Length <= LargestPhoto && photo.Width + photo.Height <= LongestSides
        && Math.Max(photo.Width, photo.Height) <= Thinnest * Math.Min(photo.Width, photo.Height) ? "photo" : "document";

    public string Method => kind == "photo" ? "sendPhoto" : "sendDocument";

    public MultipartFormDataContent Form(string chat, string caption, long? topic, bool isProtected)
    {
        var form = new MultipartFormDataContent
        {
            { new StringContent(chat), "chat_id" },
            { new StringContent(caption), "caption" },
            { new StringContent($"attach://{photo.Name}"), kind },
            { new ByteArrayContent(photo.Content) { Headers = { ContentType = new MediaTypeHeaderValue(photo.ContentType) } }, photo.Name, photo.Name },
        };
        if (topic is { } number)
            form.Add(new StringContent(number.ToString(CultureInfo.InvariantCulture)), "message_thread_id");
        if (isProtected)
            form.Add(new StringContent("true"), "protect_content");
        return form;
    }
}
