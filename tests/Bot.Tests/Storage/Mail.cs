using Bot.Storage;

namespace Bot.Tests.Storage;

/// <summary>Entries of the inbox and rows of the outbox, with all that does not matter filled in.</summary>
internal static class Mail
{
    public static DateTimeOffset Start { get; } = new(2026, 3, 2, 4, 0, 0, TimeSpan.Zero);

    public static InboxEntry In(string lane, int number) => new()
    {
        Channel = "web",
        ExternalId = $"{lane}-{number}",
        Lane = lane,
        Payload = Sealed.Nothing,
        ReceivedAt = Start,
        NotBefore = Start,
    };

    public static OutboxMessage Out(
        string lane, int number, Sealed? payload = null, OutboxKind kind = OutboxKind.Answer, string? card = null, string channel = "telegram",
        long position = 0) => new()
        {
            Position = position,
            Channel = channel,
            Lane = lane,
            Recipient = payload ?? Sealed.Nothing,
            Payload = payload ?? Sealed.Nothing,
            Event = $"event:{number}",
            Kind = kind,
            Card = card,
            CreatedAt = Start,
            NotBefore = Start,
        };
}
