using Procurement;

namespace Bot.Tests.Conversations;

/// <summary>The portal of a story: none at all until the story says that there is one, then silent or answering.</summary>
internal sealed class StoryPortal : IPortal
{
    private static readonly string File = Path.Combine(Transcript.Folder, "portal-lots.jsonl");

    /// <summary>Null: no portal is set.</summary>
    public bool? Answers { get; set; }

    /// <summary>What a question waits for before it is answered.</summary>
    public Task Slowly { get; set; } = Task.CompletedTask;
    public bool IsSlow => !Slowly.IsCompleted;
    public int Asked { get; private set; }
    public string Name => "story";

    public bool Has(Feed feed) => Answers is not null && feed is Feed.Lots;

    /// <summary>Nothing has changed.</summary>
    public Task<PortalPage> Page(PortalQuery query, CancellationToken cancellationToken)
    {
        MustAnswer();
        return Task.FromResult(new PortalPage([], null));
    }

    public async Task<IReadOnlyList<Reading>> Find(Wanted wanted, CancellationToken cancellationToken)
    {
        Asked++;
        await Slowly;
        MustAnswer();
        await using var stream = System.IO.File.OpenRead(File);
        List<Reading> found = [];
        await foreach (var reading in RegisterFile.Read(stream, cancellationToken))
            if (reading.Record is Lot lot && IsIt(lot, wanted))
                found.Add(reading);
        return found;
    }

    private static bool IsIt(Lot lot, Wanted wanted) => wanted switch
    {
        { LotNumber: { } number } => lot.Number == number,
        { LotId: { } id } => lot.Id == id,
        { AnnouncementId: { } id } => lot.AnnouncementId == id,
        { AnnouncementNumber: { } number } => number.StartsWith($"{lot.AnnouncementId}-", StringComparison.Ordinal),
        _ => false,
    };

    private void MustAnswer()
    {
        if (Answers is not true)
            throw new PortalException(PortalFault.Busy, "It does not answer.");
    }
}
