using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Lots;

/// <summary>Loads the bundled sample of real records into an empty store, once.</summary>
public sealed class SampleLoading(IServiceScopeFactory scopes, Intake intake)
{
    /// <summary>It stands in the register itself: who loses that file gets the sample again.</summary>
    private const string Stamp = "sample";

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Sample");

    public static IReadOnlyList<string> Files => [.. Directory.EnumerateFiles(Folder, "*.jsonl.gz").Order(StringComparer.Ordinal)];

    public async Task<bool> IsLoaded(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RegisterDb>().Stamps.AnyAsync(stamp => stamp.Name == Stamp, cancellationToken);
    }

    /// <param name="progress">Called with the share that is done, between 0 and 1.</param>
    public async Task Load(Action<double> progress, CancellationToken cancellationToken)
    {
        var done = 0L;
        var all = Files.Sum(file => new FileInfo(file).Length);
        foreach (var path in Files)
        {
            await using var file = File.OpenRead(path);
            await intake.Take(Path.GetFileName(path), file, _ => progress((done + file.Position) / (double)all), cancellationToken);
            done += file.Length;
        }

        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RegisterDb>().RaiseStamp(Stamp, Files.Count, cancellationToken);
    }
}
