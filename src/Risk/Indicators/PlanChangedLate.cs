using Procurement;

namespace Risk.Indicators;

/// <summary>
/// KZ-21. What was bought came into the plan days before its announcement, or its price rose by a third within a month before, or the
/// item was changed more often in a month than the law allows. Value and threshold are working days, tenge, or changes.
/// </summary>
/// <remarks>Context alone, for many exceptions allow it (Rules No. 687 p. 28); together with one source it is a stronger sign.</remarks>
public sealed class PlanChangedLate : Indicator
{
    public override string Code => "KZ-21";
    public override Tier Tier => Tier.T3;
    public override string Family => "planning";
    public override string LegalBasis => "Law No. 106-VIII art. 6; Rules No. 687 p. 17, 28";
    public override IReadOnlyList<string> OcpCodes => ["R001"];

    public override IReadOnlyList<string> Needs { get; } = ["plan_items", "plan_dates", "plan_versions", "unit_price", "amount", "calendar_year", "moved_days"];
    public override IReadOnlyList<string> Excuses { get; } = [];

    /// <param name="SoonWorkingDays">Working days before the announcement that are "just before".</param>
    /// <param name="Raise">Ratio of price or sum that is a raise.</param>
    /// <param name="RaiseDays">Days before the announcement in which it counts.</param>
    /// <param name="ChangesInAMonth">Changes of the plan that the law allows in a month.</param>
    /// <param name="PlanUntilMonth">Items made until the end of this month are the year's plan itself.</param>
    private sealed record PlanRule(int SoonWorkingDays, decimal Raise, int RaiseDays, int ChangesInAMonth, int PlanUntilMonth)
    {
        public required string Reason { get; init; }
    }

    private protected override Finding Examine(Question question)
    {
        if (question.File.PlanItems is not { } items)
        {
            return question.NotEvaluable("plan_items");
        }

        var published = question.Lot.Published!.Value;
        var known = items.Where(item => !item.IsDeleted && !(item.Created > published)).ToList();
        List<List<PlanItem>> chains = known.Count == 1 ? [known] :    // nearly always
        [
            .. known.GroupBy(item => item.RootId ?? item.Id).OrderBy(chain => chain.Key)
                .Select(chain => chain.OrderBy(item => item.Created ?? DateTimeOffset.MinValue).ThenBy(item => item.Id).ToList()),
        ];

        if (chains.Count == 0)
        {
            return question.NotEvaluable("plan_items");
        }

        if (chains.Exists(chain => chain.Exists(item => item.Created is null)))
        {
            return question.NotEvaluable("plan_dates");
        }

        var rule = question.Thresholds<PlanRule>();
        List<Finding> answers =
        [
            .. chains.Select(chain => Raised(question, chain, published, rule)),
            .. chains.Select(chain => Often(question, chain, rule)),
            .. chains.Select(chain => Appeared(question, chain, published, rule)),
        ];

        // An item without its root may be a version of another one.
        if (chains.Count > 1 && chains.Exists(chain => chain.TrueForAll(item => item.RootId is null)))
        {
            answers.Insert(0, question.NotEvaluable("plan_versions"));
        }

        return answers.Find(answer => answer.State == State.Fired)
            ?? answers.Find(answer => answer.State == State.NotEvaluable)
            ?? answers[^1];
    }

    private static Finding Raised(Question question, List<PlanItem> chain, DateTimeOffset published, PlanRule rule)
    {
        var (prices, sums) = (true, true);
        for (var i = 1; i < chain.Count; i++)
        {
            var (before, after) = (chain[i - 1], chain[i]);
            var (from, to) = RiseOf(before.UnitPrice, after.UnitPrice) >= RiseOf(before.Amount, after.Amount)
                ? (before.UnitPrice, after.UnitPrice) : (before.Amount, after.Amount);

            if (after.Created < published.AddDays(-rule.RaiseDays))
            {
                continue;
            }

            prices &= before.UnitPrice is not null && after.UnitPrice is not null;
            sums &= before.Amount is not null && after.Amount is not null;
            if (RiseOf(from, to) >= rule.Raise)
            {
                return Tell(question, "raised", to!.Value, from!.Value * rule.Raise, after, before) with
                {
                    Facts = Facts(after.Created!.Value, published, rule.RaiseDays, from.Value, to.Value),
                };
            }
        }

        return question.Lacking(prices ? null : "unit_price", sums ? null : "amount") ?? question.Clear();
    }

    private static decimal RiseOf(decimal? before, decimal? after) => before > 0 && after is { } later ? later / before.Value : 0;

    private static Finding Often(Question question, List<PlanItem> chain, PlanRule rule)
    {
        var changes = chain.Skip(chain[0].RootId is null || chain[0].Id == chain[0].RootId ? 1 : 0)
            .Select(item => AstanaTime.DayOf(item.Created!.Value)).Distinct().ToList();
        if (changes.Count <= rule.ChangesInAMonth)
        {
            return question.Clear();
        }

        var month = changes.GroupBy(day => (day.Year, day.Month)).OrderByDescending(group => group.Count()).First();

        return month.Count() <= rule.ChangesInAMonth ? question.Clear()
            : Tell(question, "often", month.Count(), rule.ChangesInAMonth, chain[^1], chain[0]) with
            {
                Facts = Facts(AstanaTime.StartOf(month.Min()), AstanaTime.StartOf(month.Max()), month.Count(), 0, 0),
            };
    }

    private static Finding Appeared(Question question, List<PlanItem> chain, DateTimeOffset published, PlanRule rule)
    {
        var calendar = question.Catalogue.Calendar;
        var (made, day) = (AstanaTime.DayOf(chain[0].Created!.Value), AstanaTime.DayOf(published));

        if (chain[0].Year is { } year && made < new DateOnly(year, rule.PlanUntilMonth, 1).AddMonths(1))
        {
            return question.Clear();
        }

        if (calendar.Between(made, day) is not { } days)
        {
            return question.NotEvaluable("calendar_year");
        }

        return days > rule.SoonWorkingDays ? question.Clear() with { Value = days, Threshold = rule.SoonWorkingDays }
            : chain[0].RootId is { } root && chain[0].Id != root ? question.NotEvaluable("plan_versions")
            : Tell(question, null, days, rule.SoonWorkingDays, chain[0], chain[0]) with
            {
                Facts = Facts(chain[0].Created!.Value, published, days, 0, 0),
            };
    }

    private static Finding Tell(Question question, string? variant, decimal value, decimal threshold, PlanItem item, PlanItem before)
    {
        var single = question.Lot.MethodId is { } method && question.Catalogue.Methods.OneSource.Contains(method);

        return question.Fired() with
        {
            Tier = single ? Tier.T2 : Tier.T3,
            Variant = variant,
            Value = value,
            Threshold = threshold,
            Strength = 1,
            Evidence =
            [
                new EvidenceItem("plan", $"{before.Id}", null, "dateCreate", AstanaTime.DayText(before.Created)),
                new EvidenceItem("plan", $"{item.Id}", null, "dateCreate", AstanaTime.DayText(item.Created)),
                question.LotField("publishDate", question.Lot.Published),
            ],
        };
    }

    private static Dictionary<string, object> Facts(DateTimeOffset from, DateTimeOffset until, int days, decimal before, decimal price) =>
        new() { ["from"] = from, ["until"] = until, ["days"] = days, ["before"] = before, ["price"] = price };
}
