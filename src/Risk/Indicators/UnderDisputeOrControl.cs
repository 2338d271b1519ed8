namespace Risk.Indicators;

/// <summary>KZ-30. The purchase is paused, disputed, under control, or its results are looked at again: a fact, not a sign. Value 1.</summary>
public sealed class UnderDisputeOrControl : Indicator
{
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
        var statuses = question.Catalogue.Statuses;
        var (own, whole) = (statuses.OfLot(lot.StatusId), statuses.OfAnnouncement(announcement?.StatusId));
        var meaning = Statuses.IsDisputed(own) ? own : Statuses.IsDisputed(whole) ? whole : null;

        if (meaning is null && !complained)
        {
            return question.Lacking(announcement is null ? "announcement" : null, lot.StatusId is null && announcement?.StatusId is null ? "status" : null)
                ?? question.Clear() with { Value = 0, Threshold = 1 };
        }

        return question.Fired() with
        {
            Variant = meaning switch
            {
                LotMeaning.Suspended => "paused",
                LotMeaning.Complaint => "appeal",
                LotMeaning.Control => "control",
                LotMeaning.Review => "review",
                _ => null,
            },
            Value = 1,
            Threshold = 1,
            Strength = 1,
            Evidence =
            [
                meaning is null ? question.LotField("dateApply", announcement!.Complained)
                    : question.LotField("refLotStatusId", meaning == own ? lot.StatusId : announcement!.StatusId),
            ],
            Facts = new Dictionary<string, object>
            {
                ["day"] = meaning is null ? announcement!.Complained!.Value : question.File.AsOf,
            },
        };
    }
}
