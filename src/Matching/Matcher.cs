using Matching.Memory;

namespace Matching;

/// <summary>
/// Finds the lots that a person's text may mean: exact identifiers first, then words, places, numbers and sums together. Deterministic:
/// the same text and lots give the same answer, however the lots were loaded.
/// </summary>
/// <param name="index">The lots.</param>
/// <param name="finder">Reads the identifiers that a text names.</param>
/// <param name="parts">What takes part; all of it but in measurements.</param>
public sealed class Matcher(LotIndex index, Func<string, Named> finder, Parts parts = Parts.All)
{
    /// <summary>
    /// Confidence from which a candidate is called found, "this is probably it": measured, one in fifty such is wrong, and of people whose
    /// lot is not in the register about one in ten is shown another purchase of the same buyer.
    /// </summary>
    public const double Probably = 0.75;

    /// <summary>Characters of a text that are read at most.</summary>
    public const int LongestText = 20_000;

    /// <summary>An identifier that stands in the text and in no register casts doubt on whatever the words find.</summary>
    private const double DoubtAfterUnknown = 0.5;

    private readonly QueryReader reader = new(index, Lexicon.Default, parts);

    /// <summary>
    /// At most <paramref name="most"/> (1 and up) candidates, best first, never the lots in <paramref name="except"/> nor other attempts at
    /// the same purchases. Confidence is between 0 and 1: from about 0.8 "probably this one", below 0.3 better said "not found". Never
    /// throws for any text; longer ones are read up to <see cref="LongestText"/>.
    /// </summary>
    public Answer Find(string text, IReadOnlyCollection<long>? except = null, int most = 3)
    {
        var heard = text.Length > LongestText ? text[..LongestText] : text;
        var named = finder(heard);
        return index.Read(() => new Search(index.Shelves, reader.Read(heard), named, except ?? [], most).Answer());
    }

    /// <summary>Lots behind the shown ones that the best is compared with, and what counts as far ahead when there is none.</summary>
    private const int Rivals = 12, NoRival = 8;

    /// <summary>One text being looked for.</summary>
    private sealed class Search(Shelves shelves, Query query, Named named, IReadOnlyCollection<long> except, int most)
    {
        private readonly List<string> unknown = [];

        public Answer Answer()
        {
            var byNumber = ByNumber();
            var doubt = unknown.Count > 0 && byNumber.Count == 0 ? DoubtAfterUnknown : 1;
            var ranking = new Ranking(shelves, query);
            var taken = Excluded();
            if (byNumber.Count > 0)
                return new Answer([.. byNumber.Where(e => !taken.Contains(e.Row)).Take(most).Select(e => e.Exact)],
                    byNumber.Count == 1, unknown);
            var within = Within();
            var best = ranking.Best(most + Rivals, taken, within);
            var candidates = best.Take(most)
                .Select((scored, place) => CandidateOf(scored, ranking, best, place, doubt, within is not null)).ToList();
            var only = within is not null && named.Bins.Count == 0 && best.Count == 1;
            return new Answer(candidates, only, unknown);
        }

        private Candidate CandidateOf(Scored scored, Ranking ranking, List<Scored> best, int place, double doubt, bool isWithin)
        {
            var rival = place == 0 ? best.Skip(1).FirstOrDefault() : best[0];
            var other = best.FirstOrDefault(b => IsOther(b, scored));
            var features = Confidence.Features(new Confidence.Facts(scored.Reasons, Ahead(scored, rival), Ahead(scored, other), shelves.Present));
            var confidence = doubt * Confidence.Of(features);
            var evidence = Identifiers(scored.Row).Concat(Reasoning.Of(scored, ranking, query, shelves)).ToList();
            if (isWithin)
                confidence = Math.Max(confidence, best.Count == 1 ? 0.99 : 0.5 / best.Count);
            return new Candidate(shelves.Rows[shelves.Latest(scored.Row)].Id, confidence, evidence)
            {
                Features = place == 0 && unknown.Count == 0 && !isWithin ? features : [],
            };
        }

        private static double Ahead(Scored scored, Scored? rival) => rival is null ? NoRival : scored.Score - rival.Score;

        private bool IsOther(Scored one, Scored scored)
        {
            ref var row = ref shelves.Rows[one.Row];
            ref var own = ref shelves.Rows[scored.Row];
            return row.Unit != own.Unit || row.Item != own.Item;
        }

        /// <summary>Lots that the text names outright; notes the numbers that nobody knows.</summary>
        private List<(int Row, Candidate Exact)> ByNumber()
        {
            var found = new List<(int, Candidate)>();
            foreach (var id in named.LotIds)
                Collect(found, shelves.RowOf(id) is { } row ? [row] : [], EvidenceKind.Link, id.ToString(provider: null));
            foreach (var number in named.LotNumbers)
            {
                var rows = shelves.WithNumber(number);
                Collect(found, rows.Count > 0 ? rows : LatestOf(PlanNumber.Of(number)), EvidenceKind.LotNumber, number);
            }

            foreach (var plan in named.PlanNumbers)
                Collect(found, LatestOf(plan), EvidenceKind.LotNumber, plan);
            return [.. found.DistinctBy(pair => pair.Item1)];
        }

        private List<int> LatestOf(string plan) => [.. shelves.OfPlan(plan).Take(1).Select(shelves.Latest)];

        private void Collect(List<(int, Candidate)> found, List<int> rows, EvidenceKind kind, string words)
        {
            if (rows.Count == 0)
            {
                unknown.Add(words);
                return;
            }

            found.Add((rows[0], new Candidate(shelves.Rows[rows[0]].Id, 0.99, [new Evidence(kind, words)])));
        }

        /// <summary>The lots of the announcements or buyers that the text names by number; null when it names none that is known.</summary>
        private List<int>? Within()
        {
            var rows = new SortedSet<int>();
            foreach (var number in named.AnnouncementNumbers)
                Gather(rows, shelves.OfAnnouncement(number), number);
            foreach (var id in named.AnnouncementIds)
                Gather(rows, shelves.OfAnnouncement(id), id.ToString(provider: null));
            if (rows.Count == 0)
            {
                foreach (var bin in named.Bins)
                    Gather(rows, shelves.OfBuyer(bin), bin);
            }

            return rows.Count == 0 ? null : [.. rows];
        }

        private void Gather(SortedSet<int> rows, List<int> more, string words)
        {
            rows.UnionWith(more);
            if (more.Count == 0)
                unknown.Add(words);
        }

        private IEnumerable<Evidence> Identifiers(int row)
        {
            foreach (var number in named.AnnouncementNumbers.Where(number => shelves.OfAnnouncement(number).Contains(row)))
                yield return new Evidence(EvidenceKind.AnnouncementNumber, number);
            foreach (var id in named.AnnouncementIds.Where(id => shelves.OfAnnouncement(id).Contains(row)))
                yield return new Evidence(EvidenceKind.Link, id.ToString(provider: null));
            foreach (var bin in named.Bins.Where(bin => shelves.OfBuyer(bin).Contains(row)))
                yield return new Evidence(EvidenceKind.Bin, bin);
        }

        private HashSet<int> Excluded() => [.. except.Select(shelves.RowOf).OfType<int>()
            .SelectMany(row => shelves.Rows[row].Plan == 0 ? [row] : shelves.OfPlan(shelves.Rows[row].Plan))];
    }
}
