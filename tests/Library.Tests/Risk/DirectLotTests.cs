using Procurement;
using Risk;
using Xunit;

namespace Library.Tests.Risk;

/// <summary>A contract that nothing was announced for stands in as a lot.</summary>
public class DirectLotTests
{
    private static readonly Contract Direct = Given.Direct(8, 300_000) with
    {
        RootId = 7,
        Number = "990240002989/260007/00",
        Description = new("Бумага", "Қағаз"),
        Created = Given.Astana(2026, 1, 15),
        Items =
        [
            new ContractItem
            {
                Enstru = Given.Code, Details = "Бумага белая", Quantity = 3_000, UnitPrice = 100, UnitCode = "796", UnitName = "Штука",
                JustificationId = 28, PlanItemId = 40, Places = ["351010000", "352010000"],
            },
        ],
    };

    private static readonly ContractItem Second = new() { Enstru = Given.Code, PlanItemId = 41, Places = ["351010000"], LotId = 0 };

    [Fact]
    public void It_is_needed_where_neither_an_announcement_nor_a_lot_is_named()
    {
        Contract With(long? announcement, params long?[] lots) =>
            Direct with { AnnouncementId = announcement, Items = [.. lots.Select(lot => new ContractItem { LotId = lot })] };

        Assert.True(DirectLot.IsNeeded(With(null, null, null)));
        Assert.True(DirectLot.IsNeeded(With(0, 0)));
        Assert.True(DirectLot.IsNeeded(With(null)));
        Assert.False(DirectLot.IsNeeded(With(5, null, null)));
        Assert.False(DirectLot.IsNeeded(With(null, 9)));
        Assert.False(DirectLot.IsNeeded(With(null, null, 9)));
    }

    [Fact]
    public void Its_only_subject_is_the_lots()
    {
        var lot = DirectLot.Of(Direct);

        Assert.Equal((-7, "990240002989/260007/00", Given.Buyer), (lot.Id, lot.Number, lot.BuyerBin));
        Assert.Equal(("Бумага", "Бумага белая"), (lot.Name.Ru, lot.Details.Ru));
        Assert.Equal((300_000m, 3_000m, 100m), (lot.Amount, lot.Count, lot.UnitPrice));
        Assert.Equal((Given.Code, "796", "Штука"), (lot.Enstru, lot.UnitCode, lot.UnitName));
        Assert.Equal((1, 23, 28), (lot.SubjectType, lot.MethodId, lot.JustificationId));
        Assert.Equal(["351010000", "352010000"], lot.Places);
        Assert.Equal([40L], lot.PlanItemIds);
        Assert.Equal(Direct.SignedAt, lot.Published);
    }

    [Fact]
    public void Of_several_subjects_only_what_they_share_is_told()
    {
        var lot = DirectLot.Of(Direct with { Items = [Direct.Items[0], Second] });

        Assert.Equal((null, null, null), (lot.Count, lot.UnitPrice, lot.JustificationId));
        Assert.Equal((null, null, null), (lot.UnitCode, lot.UnitName, lot.Details.Ru));
        Assert.Equal(Given.Code, lot.Enstru);
        Assert.Equal(["351010000", "352010000"], lot.Places);
        Assert.Equal([40L, 41L], lot.PlanItemIds);
        Assert.Null(DirectLot.Of(Direct with { Items = [Direct.Items[0], Second with { Enstru = "222925.700.000027" }] }).Enstru);
    }

    [Fact]
    public void What_the_contract_lacks_is_taken_from_what_it_has()
    {
        Assert.Equal((-8, "8"), (DirectLot.Of(Direct with { RootId = null }).Id, DirectLot.Of(Direct with { Number = null }).Number));
        Assert.Equal(Direct.Created, DirectLot.Of(Direct with { SignedAt = null }).Published);
        Assert.Null(DirectLot.Of(Direct with { Items = [] }).Enstru);
    }
}
