using System.Text.Json.Nodes;

namespace Fakes.Twilio;

/// <summary>The files of inbound messages, given by way of a short-lived address. The caller holds the gate.</summary>
internal sealed class MediaApi(World world, Func<string> url)
{
    /// <summary>So long the address to which a download is redirected is good.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromHours(4);

    private readonly Dictionary<string, (Message.File Media, DateTimeOffset Until)> given = [];

    public Answer Carry(Call call, MessagesApi messages, Request request)
    {
        if (call.Name == "file")
            return Give(call, request);
        var message = messages.Find(call.Sid);
        if (call.Name == "media list")
            return Answer.Json(new JsonObject
            {
                ["media_list"] = new JsonArray([.. message.Media.Select(media => (JsonNode)Describe(message, media))]),
                ["next_page_uri"] = null,
                ["uri"] = request.Path,
            });
        var media = message.Media.Find(media => media.Sid == call.Part) ?? throw Refusal.NotFound(request.Path);
        if (call.Name == "media delete")
        {
            message.Media.Remove(media);
            return Answer.Nothing;
        }

        return call.IsJson ? Answer.Json(Describe(message, media)) : Redirect(media);
    }

    private Answer Redirect(Message.File media)
    {
        var key = Guid.NewGuid().ToString("N");
        given[key] = (media, world.Now + Life);
        return new Answer(307, [], "text/plain", $"{url()}/files/{media.Sid}/{key}");
    }

    /// <summary>The store behind the redirect takes the key in the address, and refuses a second name and password.</summary>
    private Answer Give(Call call, Request request) => request.HasAuthorization
        ? new Answer(400, "Only one auth mechanism allowed"u8.ToArray(), "text/plain")
        : given.TryGetValue(call.Part, out var found) && found.Until > world.Now && found.Media.Sid == call.Sid
            ? new Answer(200, found.Media.Bytes, found.Media.ContentType)
            : new Answer(403, "Expired"u8.ToArray(), "text/plain");

    private JsonObject Describe(Message message, Message.File media) => Server.Checked("Media", new JsonObject
    {
        ["account_sid"] = world.Account.Sid,
        ["content_type"] = media.ContentType,
        ["date_created"] = Message.Rfc2822(media.At),
        ["date_updated"] = Message.Rfc2822(media.At),
        ["parent_sid"] = message.Sid,
        ["sid"] = media.Sid,
        ["uri"] = $"/2010-04-01/Accounts/{world.Account.Sid}/Messages/{message.Sid}/Media/{media.Sid}.json",
    });
}
