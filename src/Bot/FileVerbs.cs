using System.CommandLine;
using Bot.Storage;
using Bot.Tips;
using Bot.Triage;
using Microsoft.EntityFrameworkCore;

namespace Bot;

/// <summary>What the operator keeps for coordinators: files of a tip as they came, which may name their author.</summary>
internal static class FileVerbs
{
    private const int LongestEnding = 5;

    public static Command Files(IReadOnlyList<string> settings)
    {
        var number = new Argument<int>("NUMBER") { Description = "Number of the case" };
        var into = new Option<DirectoryInfo?>("--into") { Description = "Where to write them, opened and as they came: they may name their author" };
        var verb = new Command("files", "What came with a tip: kinds and sizes, without names") { number, into };
        verb.SetAction((parsed, cancel) => List(settings, parsed.GetValue(number), parsed.GetValue(into), cancel));
        return verb;
    }

    private static async Task<int> List(IReadOnlyList<string> settings, int number, DirectoryInfo? into, CancellationToken cancellationToken)
    {
        await using var app = await Doorway.Opened(settings, cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        if (await db.Cases.SingleOrDefaultAsync(known => known.Number == number, cancellationToken) is not { } theCase)
            throw new InvalidOperationException($"There is no case {number}.");
        into?.Create();
        List<object> listed = [];
        foreach (var id in await db.TipFiles.Where(file => file.TipId == theCase.TipId).OrderBy(file => file.At).ThenBy(file => file.Id)
            .Select(file => file.Id).ToListAsync(cancellationToken))
        {
            var file = await db.TipFiles.AsNoTracking().SingleAsync(kept => kept.Id == id, cancellationToken);
            var name = into is null ? null
                : await Write(file, Path.Combine(into.FullName, $"{number}-{listed.Count + 1}"), app.Services.GetRequiredService<Seal>(), cancellationToken);
            listed.Add(new { file = listed.Count + 1, file.ContentType, file.Size, written = name });
        }

        Verbs.Print(listed);
        return 0;
    }

    /// <summary>Under a name of ours that ends like theirs, readable by its owner alone.</summary>
    private static async Task<string> Write(TipFile file, string path, Seal seal, CancellationToken cancellationToken)
    {
        var ending = Path.GetExtension(seal.Open(file.Name));
        path += ending.Length is > 1 and <= LongestEnding && ending[1..].All(char.IsAsciiLetterOrDigit) ? ending : "";
        var mode = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            mode.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var stream = new FileStream(path, mode);
        await stream.WriteAsync(seal.OpenBytes(file.Content), cancellationToken);
        return Path.GetFileName(path);
    }
}
