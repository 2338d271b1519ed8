namespace Risk.Ocds;

/// <summary>
/// R003, short submission period: fewer whole days than the limit between start and end of /tender/tenderPeriod, both with a time and a
/// zone. The release gets 1.
/// </summary>
internal sealed class ShortSubmissionPeriod(SubmissionPeriodLimits limits, Desk desk) : Collector
{
    private readonly MethodFilter methods = new(limits.Methods);
    private readonly Names details = new(limits.DaysByDetails.Keys);
    private readonly long[] daysByDetails = [.. limits.DaysByDetails.Values];

    public override void Look(Release release)
    {
        if (methods.Lets(release) && Instant(release, release.Tender.Start) is { } start && Instant(release, release.Tender.End) is { } end
            && (end - start) / TimeSpan.TicksPerDay < Limit(release))
            desk.Mark(release, Code.R003);
    }

    private long Limit(Release release)
    {
        var text = release.Tender.MethodDetails;
        var known = text.IsText ? details.Find(release.Text(text)) : -1;
        return known < 0 ? limits.Days : daysByDetails[known];
    }

    private static long? Instant(Release release, Piece text) => text.IsText ? Moment.Read(release.Text(text))?.Instant : null;
}
