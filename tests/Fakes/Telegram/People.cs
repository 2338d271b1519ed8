using System.Text.Json.Nodes;

namespace Fakes.Telegram;

/// <summary>Makes the updates that people cause, each checked against the contract before it goes out.</summary>
internal sealed partial class People(World world)
{
    private long lastPress = 4_000_000_000_000_000;

    /// <summary>Puts a message into the chat; <paramref name="content"/> holds its text, photo, document and so on.</summary>
    public long Send(long chatId, FakePerson? from, JsonObject content, long? thread = null)
    {
        lock (world.Gate)
        {
            var chat = world.ChatOf(chatId, chatId > 0 ? from : null);
            var message = new JsonObject
            {
                ["message_id"] = chat.NextMessageId(),
                ["from"] = World.ToJson(from ?? chat.Person ?? new FakePerson(1, "Somebody")),
                ["chat"] = chat.ToJson(),
                ["date"] = world.Now,
            };
            if (chat.IsForum)
                message["message_thread_id"] = thread ?? Doors.General;
            if (thread is not null)
                message["is_topic_message"] = chat.Topics.ContainsKey(thread.Value) ? true : throw new InvalidOperationException("No such topic.");
            foreach (var (name, value) in content)
                message[name] = value?.DeepClone();
            if (message["text"]?.GetValue<string>() is ['/', ..] command)
                message["entities"] ??= new JsonArray(CommandEntity(command.Split(' ', '\n')[0].Length));
            var id = message["message_id"]!.GetValue<long>();
            chat.Messages[id] = message;
            Add("message", message, $"{chatId}", UpdateQueue.MessageLife);
            return id;
        }
    }

    public void Edit(long chatId, long messageId, string text)
    {
        lock (world.Gate)
        {
            var message = world.ChatOf(chatId).Messages[messageId];
            message[message["caption"] is null ? "text" : "caption"] = text;
            message["edit_date"] = world.Now;
            Add("edited_message", message, $"{chatId}", UpdateQueue.MessageLife);
        }
    }

    public string Press(long chatId, long messageId, string data, FakePerson? from)
    {
        lock (world.Gate)
        {
            var chat = world.ChatOf(chatId);
            var press = new FakePress($"{++lastPress}", world.Clock.GetUtcNow());
            world.Presses[press.Id] = press;
            var person = from ?? chat.Person ?? new FakePerson(1, "Somebody");
            var message = chat.Messages.TryGetValue(messageId, out var shown)
                ? shown.DeepClone()
                : new JsonObject { ["chat"] = chat.ToJson(), ["message_id"] = messageId, ["date"] = 0 };
            Add("callback_query", new JsonObject
            {
                ["id"] = press.Id,
                ["from"] = World.ToJson(person),
                ["message"] = message,
                ["chat_instance"] = $"{chatId * 7919}",
                ["data"] = data,
            }, $"presses of {person.Id}", UpdateQueue.PressLife);
            return press.Id;
        }
    }

    private static JsonObject CommandEntity(int length) => new() { ["type"] = "bot_command", ["offset"] = 0, ["length"] = length };

    private void Add(string kind, JsonObject content, string lane, TimeSpan life)
    {
        var update = new JsonObject { ["update_id"] = 1, [kind] = content.DeepClone() };
        if (Contract.Instance.FaultOf(update, "Update") is { } fault)
            throw new InvalidOperationException($"Telegram never sends such an update: {fault}");
        world.Queue.Add(kind, content.DeepClone().AsObject(), lane, life);
    }
}
