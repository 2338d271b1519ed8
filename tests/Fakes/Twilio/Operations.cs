using System.Text.Json.Nodes;

namespace Fakes.Twilio;

/// <summary>Carries out the bot's calls.</summary>
internal sealed class Operations(World world, ContentApi contents, StatusCallbacks callbacks, Func<string> url)
{
    private readonly MessagesApi messages = new(world);
    private readonly MessageList list = new(world);
    private readonly MediaApi media = new(world, url);

    /// <summary>Where statuses go when a message names no place of its own.</summary>
    public string? StatusCallback { get; set; }

    public Answer Carry(Call call, Request request)
    {
        Answer answer;
        lock (world.Gate)
            answer = Do(call, request);
        world.Changed();
        return answer;
    }

    private Answer Do(Call call, Request request)
    {
        switch (call.Name)
        {
            case "account":
                return Answer.Json(new JsonObject
                {
                    ["sid"] = world.Account.Sid,
                    ["friendly_name"] = "Fake",
                    ["status"] = "active",
                    ["type"] = "Full",
                });
            case "send":
                var sent = messages.Create(request.Form, StatusCallback);
                callbacks.Announce(sent);
                return Show(sent, Contract.Instance.Answers("POST Messages.json"));
            case "list":
                return Answer.Json(list.Page(request.Query));
            case "fetch":
                return Show(messages.Find(call.Sid));
            case "redact":
                return Show(messages.Update(call.Sid, request.Form));
            case "delete":
                messages.Delete(call.Sid);
                return Answer.Nothing;
            case "content list":
                return Answer.Json(contents.List(request.Path, request.Query));
            case "content create":
                return Answer.Json(contents.Create(request.Json), 201);
            case "content fetch":
                return Answer.Json(contents.Fetch(call.Sid));
            case "content delete":
                contents.Delete(call.Sid);
                return Answer.Nothing;
            case "approval fetch":
                return Answer.Json(contents.FetchApproval(call.Sid));
            case "approval create":
                return Answer.Json(contents.Submit(call.Sid, request.Json), 201);
            case "typing":
                return Type(request);
            case "media list" or "media" or "media delete" or "file":
                return media.Carry(call, messages, request);
            default:
                throw Refusal.NotFound(request.Path);
        }
    }

    private Answer Show(Message message, int status = 200) =>
        Answer.Json(Server.Checked("Message", message.ToJson(world.Account.Sid)), status);

    /// <summary>The typing sign answers one inbound message and marks it as read.</summary>
    private Answer Type(Request request) => request.Form["channel"] != "whatsapp"
        ? throw Refusal.Bad(20001, "channel must be whatsapp")
        : messages.Find(request.Form["messageId"].ToString()) is { IsInbound: true }
            ? Answer.Json(new JsonObject { ["success"] = true }, 200)
            : throw Refusal.Bad(20001, "messageId must be of an inbound message");
}
