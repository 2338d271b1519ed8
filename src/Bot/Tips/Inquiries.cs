using System.Text.Json;
using Bot.Conversation;
using Bot.Feeds;
using Bot.Lots;
using Bot.Storage;
using Procurement;

namespace Bot.Tips;

/// <summary>Writes down which numbers of a story the portal is to be asked for, each once.</summary>
public sealed class Inquiries(LackingNumbers lacking, Retrieval portal, Seal seal)
{
    private const int Most = 3;    // numbers of one story; somebody waits, and the portal serves everybody

    /// <summary>The way to <see cref="AskingPortal"/>; null when there is nothing to ask, or nobody.</summary>
    public async Task<Next?> About(Turn turn, string text, CancellationToken cancellationToken)
    {
        if (!portal.IsOn)
            return null;
        var asked = Notes.Names(turn.Noted(Notes.Asked));
        var fresh = (await lacking.In(text, cancellationToken)).Where(wanted => !asked.Contains(wanted.ToString()))
            .Take(Most - asked.Count).ToList();
        return fresh.Count == 0 ? null : Next.To<AskingPortal>().Noting(Notes.Text, text)
            .Noting(Notes.Asked, string.Join(',', asked.Concat(fresh.Select(wanted => wanted.ToString()))))
            .Keeping(fresh.Select(wanted => Inquiry(turn, wanted))).WakingAfter(portal.Patience);
    }

    public static Wanted Read(Inquiry inquiry, Seal seal) => JsonSerializer.Deserialize<Wanted>(seal.OpenBytes(inquiry.Number))!;

    private Inquiry Inquiry(Turn turn, Wanted wanted) => new()
    {
        Id = Guid.CreateVersion7(turn.Now),
        PersonId = turn.Person.Id,
        Number = seal.Close(JsonSerializer.SerializeToUtf8Bytes(wanted)),
        AskedAt = turn.Now,
        NotBefore = turn.Now,
    };
}
