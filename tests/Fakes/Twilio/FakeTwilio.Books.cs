using System.Text.Json.Nodes;

namespace Fakes.Twilio;

/// <summary>What this Twilio has on its books, and the contents that it keeps.</summary>
public sealed partial class FakeTwilio
{
    /// <summary>Every call so far, in the order they were answered.</summary>
    public IReadOnlyList<FakeCall> Calls => Copy(world.Calls);

    /// <summary>Every webhook that is over, delivered or lost, in that order.</summary>
    public IReadOnlyList<FakeWebhook> Webhooks => Copy(world.Webhooks);

    /// <summary>What the debugger shows: failures of our webhooks.</summary>
    public IReadOnlyList<FakeAlert> Alerts => Copy(world.Alerts);

    public IReadOnlyList<WhatsAppPerson> People => Copy(world.People);

    /// <summary>The bot's messages in the order they were accepted, whatever became of them.</summary>
    public IReadOnlyList<FakeSent> Sent
    {
        get
        {
            lock (world.Gate)
                return
                [
                    .. world.Messages.Values.Where(message => !message.IsInbound).OrderBy(message => message.Number)
                        .Select(message => new FakeSent(message.Sid, message.To, message.Body, message.Status, message.ErrorCode)),
                ];
        }
    }

    /// <summary>How many files of people Twilio still keeps.</summary>
    public int KeptMedia
    {
        get
        {
            lock (world.Gate)
                return world.Messages.Values.Sum(message => message.Media.Count);
        }
    }

    /// <summary>Puts a content in, as if the console had made it. Says its sid.</summary>
    /// <param name="status">null: never submitted to WhatsApp.</param>
    public string AddContent(string language, string name, JsonObject types, JsonObject? variables = null, string? status = null)
    {
        lock (world.Gate)
        {
            var sid = contents.Create(new JsonObject
            {
                ["friendly_name"] = name,
                ["language"] = language,
                ["types"] = types.DeepClone(),
                ["variables"] = variables?.DeepClone() ?? new JsonObject(),
            })["sid"]!.GetValue<string>();
            if (status is null)
                return sid;
            contents.Submit(sid, new JsonObject { ["name"] = name, ["category"] = "UTILITY" });
            contents.Judge(sid, status);
            return sid;
        }
    }

    /// <summary>A text as an approved template; its variables "1", "2" … have these samples.</summary>
    public string AddTemplate(string language, string name, string body, params string[] samples) => AddContent(
        language, name, new JsonObject { ["twilio/text"] = new JsonObject { ["body"] = body } },
        new JsonObject(samples.Select((sample, i) => KeyValuePair.Create<string, JsonNode?>($"{i + 1}", sample))), "approved");

    /// <summary>WhatsApp judges a submitted template: approved, rejected, paused, disabled, pending.</summary>
    public void Judge(string contentSid, string status, string reason = "")
    {
        lock (world.Gate)
            contents.Judge(contentSid, status, reason);
    }

    /// <summary>Submitted templates are judged at once; otherwise they wait for <see cref="Judge"/>.</summary>
    public bool ApprovesAtOnce
    {
        get => contents.ApprovesAtOnce;
        set => contents.ApprovesAtOnce = value;
    }

    private IReadOnlyList<T> Copy<T>(List<T> list)
    {
        lock (world.Gate)
            return [.. list];
    }
}
