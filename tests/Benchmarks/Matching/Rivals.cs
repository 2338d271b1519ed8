using System.Diagnostics;
using Bot.Evaluation;
using Language;
using Procurement;

namespace Benchmarks.Matching;

/// <summary>A full text search that others built, over the same lots.</summary>
internal interface IRival : IAsyncDisposable
{
    string Name { get; }

    /// <summary>Takes in all lots with its own index.</summary>
    Task Build(IEnumerable<(long Id, string Text)> lots);

    /// <summary>At most ten ids, best first, for any of the words.</summary>
    Task<IReadOnlyList<long>> Find(IReadOnlyList<string> words);

    Task<long> Bytes();
}

/// <summary>
/// The same lots and tips given to full text searches as one would use them: all words of a lot as one text, any word of the tip, their
/// own ranking.
/// </summary>
internal static class Rivals
{
    private const int ShortestWord = 3, MostWords = 40;

    public static async Task<IReadOnlyList<object>> Measure(LotSet set)
    {
        Say.Line($"\nrivals");
        List<object> figures = [];
        foreach (var make in new Func<Task<IRival?>>[] { () => SqliteRival.Open("unicode61"), () => SqliteRival.Open("trigram"), PostgresRival.Open })
            if (await make() is { } rival)
            {
                await using var held = rival;
                figures.Add(await Measure(rival, set));
            }

        return figures;
    }

    private static async Task<object> Measure(IRival rival, LotSet set)
    {
        var places = set.Places.ToDictionary(place => place.Code);
        var clock = Stopwatch.StartNew();
        await rival.Build(set.Lots().Select(lot => (lot.Id, TextOf(lot, places))));
        var (seconds, megabytes) = (clock.Elapsed.TotalSeconds, Math.Round(await rival.Bytes() / 1e6, 1));
        Say.Line($"  {rival.Name}: built in {seconds:F1} s, {megabytes} MB");
        List<double> took = [];
        List<object> recall = [];
        foreach (var tips in set.Tips)
        {
            List<Marked> marked = [];
            foreach (var tip in tips.Tips)
            {
                var begun = Stopwatch.GetTimestamp();
                var found = await rival.Find(WordsOf(tip.Text));
                took.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                marked.Add(Marked.Of(tip, new TipAnswer(tip.Id, false, null, [.. found.Select(id => id.ToString(provider: null))], took[^1])));
            }

            var all = Scores.Of(marked).Recall[0];
            recall.Add(new { tips = tips.Name, all.First, all.AmongFive });
            Say.Line($"    {tips.Name}: R@1 {all.First:F3}  R@5 {all.AmongFive:F3}");
        }

        Say.Line($"    p50 {Shares.At(took, .5):F1} ms, p99 {Shares.At(took, .99):F1} ms");
        return new { rival.Name, buildSeconds = Math.Round(seconds, 1), megabytes, recall, p50Ms = Shares.At(took, .5), p99Ms = Shares.At(took, .99) };
    }

    /// <summary>What our own index reads of a lot, names of its place included.</summary>
    private static string TextOf(Lot lot, Dictionary<string, Place> places)
    {
        var names = lot.Places.Take(1).SelectMany(code => Upwards(code, places)).SelectMany(place => new[] { place.Name.Ru, place.Name.Kz });
        return string.Join('\n', new[]
        {
            lot.Number, lot.Name.Ru, lot.Name.Kz, lot.Description.Ru, lot.Description.Kz, lot.Details.Ru, lot.Details.Kz,
            lot.AnnouncementTitle.Ru, lot.AnnouncementTitle.Kz, lot.BuyerName.Ru, lot.BuyerName.Kz,
        }.Concat(names).Where(text => !string.IsNullOrEmpty(text)).Distinct());
    }

    private static IEnumerable<Place> Upwards(string code, Dictionary<string, Place> places)
    {
        for (var next = code; next is not null && places.TryGetValue(next, out var place); next = place.ParentCode)
            yield return place;
    }

    /// <summary>Words as they were written, letters and digits only: safe in every query language.</summary>
    private static List<string> WordsOf(string text) => [.. Tokens.Of(text, 160).Select(token => new string([.. token.Written.Where(char.IsLetterOrDigit)]))
        .Where(word => word.Length >= ShortestWord).Distinct().Take(MostWords)];
}
