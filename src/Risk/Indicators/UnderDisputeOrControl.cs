namespace Risk.Indicators;

/// <summary>KZ-30. The purchase is paused, disputed, under control, or its results are looked at again: a fact, not a sign. Value 1.</summary>
public sealed class UnderDisputeOrControl : Indicator
{
    /// <summary>RefBuyStatus, RefLotsStatus: paused; appealed; waiting for control; results or admission looked at again.</summary>
    private static readonly Dictionary<int, string> Variants = new()
    {
        [420] = "paused",
        [440] = "appeal",
        [444] = "control",
        [510] = "review",
        [520] = "review",
        [530] = "review",
        [540] = "review",
        [550] = "review",
    };

    public override string Code => "KZ-30";
    public override Tier Tier => Tier.T3;
    public override string Family => "transparency";
    public override string LegalBasis => "Law No. 106-VIII art. 23, 25";
    public override IReadOnlyList<string> OcpCodes => ["R020"];
    public override IReadOnlyList<string> Needs { get; } = ["announcement", "status"];
    public override IReadOnlyList<string> Excuses { get; } = [];

    private protected override Finding Examine(Question question)
    {
        var (lot, announcement) = (question.Lot, question.File.Announcement);
        var complained = question.File.Knows(announcement?.Complained);
        int? status = lot.StatusId is { } own && Variants.ContainsKey(own) ? own
            : announcement?.StatusId is { } whole && Variants.ContainsKey(whole) ? whole : null;

        if (status is null && !complained)
        {
            return question.Lacking(announcement is null ? "announcement" : null, lot.StatusId is null && announcement?.StatusId is null ? "status" : null)
                ?? question.Clear() with { Value = 0, Threshold = 1 };
        }

        return question.Fired() with
        {
            Variant = status is { } told ? Variants[told] : null,
            Value = 1,
            Threshold = 1,
            Strength = 1,
            Evidence = [status is null ? question.LotField("dateApply", announcement!.Complained) : question.LotField("refLotStatusId", status)],
            Facts = new Dictionary<string, object>
            {
                ["day"] = status is null ? announcement!.Complained!.Value : question.File.AsOf,
            },
        };
    }
}
