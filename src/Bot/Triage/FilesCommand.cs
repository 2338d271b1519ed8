using System.Globalization;
using Bot.Conversation;
using Bot.Storage;
using Bot.Tips;
using Microsoft.EntityFrameworkCore;

namespace Bot.Triage;

/// <summary>
/// "/files 12": what came with the tip. Pictures are shown, cleaned of all that is not to be seen. Of anything else only kind and size are told: a
/// document names who wrote and who printed it, a voice is the person. It stays sealed with the operator.
/// </summary>
public sealed class FilesCommand(Desk desk, BotDb db, Seal seal, ILogger<FilesCommand> log) : ICommand
{
    /// <summary>Files told of at a time: a group takes eighteen messages a minute, and others want to speak there too.</summary>
    private const int Most = 8;
    private const decimal Megabyte = 1024 * 1024, Smallest = 0.1m;

    public string Name => "files";
    public bool ForCoordinators => true;

    public async ValueTask<Next> Run(Turn turn, string argument, CancellationToken cancellationToken)
    {
        var words = argument.Split(' ');
        var after = words is [_, var place] && int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? told : 0;
        if (await desk.Find(words[0], cancellationToken) is not var (theCase, tip))
            return Next.Aside(Say.Line("triage.which_case"));
        if (tip.IsForgotten)
            return Next.Aside(Say.Line("triage.author_forgotten"));
        var all = await db.TipFiles.Where(file => file.TipId == tip.Id).OrderBy(file => file.At).ThenBy(file => file.Id)
            .Select(file => new Kept(file.Id, file.ContentType, file.Size)).ToListAsync(cancellationToken);
        return all.Count == 0
            ? Next.Aside(Say.Line("triage.no_files", ("number", theCase.Number)))
            : Next.Aside(await Tell(theCase.Number, all, Math.Min(after, all.Count - 1), cancellationToken));
    }

    private async Task<List<Say>> Tell(int number, List<Kept> all, int after, CancellationToken cancellationToken)
    {
        var last = Math.Min(after + Most, all.Count);
        var head = after == 0
            ? Say.Line("triage.files_all", ("number", number), ("count", all.Count))
            : Say.Line("triage.files_part", ("number", number), ("from", after + 1), ("to", last), ("count", all.Count));
        List<Say> shown = [];
        for (var place = after + 1; place <= last; place++)
            if (await CanBeShown(all[place - 1], cancellationToken))
                shown.Add(Say.Line("triage.photo", ("number", number), ("place", place)) with { Photo = all[place - 1].Id });
            else
                head = head.Then("triage.file_stays", ("place", place), ("kind", new Phrase("triage.kind_" + all[place - 1].Kind)),
                    ("size", Math.Max(Smallest, Math.Round(all[place - 1].Size / Megabyte, 1))));
        if (last - after > shown.Count)
            head = head.Then("triage.files_why");
        if (shown.Count > 0)
            head = head.Then("triage.files_care");
        if (last < all.Count)
            head = head.Offering(Offer.Command($"/files {number} {last}", "triage.files_on"));
        Log.FilesShown(log, number, shown.Count);
        return [head, .. shown];
    }

    private async Task<bool> CanBeShown(Kept file, CancellationToken cancellationToken) => file.Kind == "picture"
        && CleanPicture.Of(seal.OpenBytes(await db.TipFiles.Where(kept => kept.Id == file.Id).Select(kept => kept.Content).SingleAsync(cancellationToken))) is not null;

    private sealed record Kept(Guid Id, string ContentType, long Size)
    {
        /// <summary>The end of the key of its name.</summary>
        public string Kind => ContentType.Split('/')[0] switch
        {
            "image" => "picture",
            "audio" => "sound",
            "video" => "video",
            _ => "document",
        };
    }
}

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Case {Number}: {Count} pictures of the tip were shown to the coordinators")]
    public static partial void FilesShown(ILogger log, int number, int count);
}
