namespace Risk.Indicators;

/// <summary>
/// KZ-13. Suppliers have fewer days to answer than the rules demand for this method. Value and threshold are days (working days,
/// or calendar days for school meals). The minimum itself is lawful and ordinary, so equality is clear.
/// </summary>
/// <remarks>
/// Days are counted by dates, the first day is the one after publication. For tenders the rules count from the protocol of the
/// preliminary discussion, which the portal gives no moment for; bids open on the working day after it at the latest, so the day
/// on which bids open is taken as the first. Every doubt thus lengthens the time.
/// </remarks>
public sealed class LessTimeThanTheLawGives : Indicator
{
    public override string Code => "KZ-13";
    public override Tier Tier => Tier.T1;
    public override string Family => "transparency";
    public override string LegalBasis => "Rules No. 687 p. 164-167, 348-350, 411, 454-455, 479; Rules No. 598 p. 29-30, 137-138";
    public override IReadOnlyList<string> OcpCodes => ["R003", "R014"];

    public override IReadOnlyList<string> Needs { get; } =
    [
        "method", "bids_due", "bids_from", "dates_disagree", "calendar_year", "moved_days", "discussion", "is_repeat",
    ];

    public override IReadOnlyList<string> Excuses { get; } = [
        "old_law", "method_without_minimum", "special_procedure", "e_shop", "single_source",
    ];

    private protected override Finding Examine(Question question)
    {
        var (lot, submission) = (question.Lot, question.Catalogue.Submission);

        if (!question.Catalogue.IsUnderNewLaw(lot.Published!.Value))
        {
            return question.NotApplicable("old_law");
        }

        if (lot.MethodId is not { } method)
        {
            return question.NotEvaluable("method");
        }

        if (submission.WithoutMinimum.TryGetValue(method, out var exception))
        {
            return question.NotApplicable(exception);
        }

        return submission.Of(method) is not { } period ? question.NotApplicable("method_without_minimum")
            : lot.BidsDue is not { } due ? question.NotEvaluable("bids_due")
            : due < lot.Published || due < lot.BidsFrom ? question.NotEvaluable("dates_disagree")
            : Examine(question, period, AstanaTime.DayOf(due));
    }

    private static Finding Examine(Question question, SubmissionPeriod period, DateOnly due)
    {
        var calendar = question.Catalogue.Calendar;
        var (lot, published) = (question.Lot, AstanaTime.DayOf(question.Lot.Published!.Value));

        if (!period.Calendar && !(calendar.Covers(published) && calendar.Covers(due)))
        {
            return question.NotEvaluable("calendar_year");
        }

        var fromAnnouncement = Count(published);

        if (period.CountedFrom == CountedFrom.Announcement)
        {
            return Compare(question, period, published, fromAnnouncement, due);
        }

        if (lot.BidsFrom is not { } opening)
        {
            return fromAnnouncement < Least(question, period) ? Compare(question, period, published, fromAnnouncement, due)
                : question.NotEvaluable("bids_from");
        }

        var protocol = DayBefore(AstanaTime.DayOf(opening));
        var fromProtocol = Count(protocol);
        var discussed = lot.DiscussionFrom is not null || lot.DiscussionUntil is not null;

        return discussed || fromProtocol >= Least(question, period) || fromAnnouncement < Least(question, period)
            ? Compare(question, period, protocol, fromProtocol, due)
            : question.NotEvaluable("discussion");

        int Count(DateOnly after) => period.Calendar ? due.DayNumber - after.DayNumber : calendar.Between(after, due) ?? 0;

        DateOnly DayBefore(DateOnly day) => period.Calendar ? day.AddDays(-1) : calendar.Before(day);
    }

    private static Finding Compare(Question question, SubmissionPeriod period, DateOnly after, int days, DateOnly due)
    {
        if (days >= period.Days || (question.Lot.IsRepeat == true && days >= period.RepeatDays))
        {
            return question.Clear() with { Value = days, Threshold = Least(question, period) };
        }

        if (days >= period.RepeatDays && MayBeRepeat(question))
        {
            return question.NotEvaluable("is_repeat");
        }

        return !period.Calendar && days + 1 >= Least(question, period) && question.Catalogue.Calendar.MayHoldAMovedDay(after, due)
            ? question.NotEvaluable("moved_days")
            : Fired(question, period, days);
    }

    private static Finding Fired(Question question, SubmissionPeriod period, int days)
    {
        var (lot, least) = (question.Lot, Least(question, period));

        return question.Fired() with
        {
            Value = days,
            Threshold = least,
            Strength = 1,
            Variant = period.Calendar ? "calendar" : null,
            Evidence =
            [
                question.LotField("publishDate", AstanaTime.At(lot.Published!.Value)),
                question.LotField("startDate", lot.BidsFrom is { } from ? AstanaTime.At(from) : null),
                question.LotField("endDate", AstanaTime.At(lot.BidsDue!.Value)),
            ],
            Facts = new Dictionary<string, object>
            {
                ["days"] = days,
                ["least"] = least,
                ["from"] = lot.BidsFrom ?? lot.Published.Value,
                ["until"] = lot.BidsDue.Value,
            },
        };
    }

    private static int Least(Question question, SubmissionPeriod period) =>
        question.Lot.IsRepeat == false || !MayBeRepeat(question) ? period.Days : period.RepeatDays;

    /// <summary>A repeat, or not known not to be one.</summary>
    private static bool MayBeRepeat(Question question) =>
        question.Lot.IsRepeat ?? (LotAttempts.NumberOf(question.Lot) != 1 || question.File.Attempts.Count > 0);
}
