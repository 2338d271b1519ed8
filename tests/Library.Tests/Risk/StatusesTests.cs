using Risk;
using Xunit;

namespace Library.Tests.Risk;

public class StatusesTests
{
    private static readonly Statuses Statuses = Catalogue.Current.Statuses;
    private static readonly BidStatuses Bids = Catalogue.Current.BidStatuses;

    [Theory]
    [InlineData(360, LotMeaning.Held)]
    [InlineData(370, LotMeaning.NotHeld)]
    [InlineData(410, LotMeaning.Refused)]
    [InlineData(420, LotMeaning.Suspended)]
    [InlineData(430, LotMeaning.Cancelled)]
    [InlineData(440, LotMeaning.Complaint)]
    [InlineData(444, LotMeaning.Control)]
    [InlineData(510, LotMeaning.Review)]
    [InlineData(550, LotMeaning.Review)]
    [InlineData(190, LotMeaning.Changed)]
    [InlineData(250, null)]
    [InlineData(9999, null)]
    [InlineData(null, null)]
    public void A_lots_status_has_its_meaning(int? id, LotMeaning? meaning) => Assert.Equal(meaning, Statuses.OfLot(id));

    [Theory]
    [InlineData(350, LotMeaning.Completed)]
    [InlineData(430, LotMeaning.Cancelled)]
    [InlineData(440, LotMeaning.Complaint)]
    [InlineData(360, null)]
    public void An_announcements_status_has_its_meaning(int? id, LotMeaning? meaning) =>
        Assert.Equal(meaning, Statuses.OfAnnouncement(id));

    [Theory]
    [InlineData(190, ContractMeaning.InForce)]
    [InlineData(390, ContractMeaning.Executed)]
    [InlineData(340, ContractMeaning.Ended)]
    [InlineData(350, ContractMeaning.Ended)]
    [InlineData(480, ContractMeaning.Annulled)]
    [InlineData(330, ContractMeaning.WithoutEffect)]
    [InlineData(430, ContractMeaning.WithoutEffect)]
    [InlineData(410, ContractMeaning.SecondWinner)]
    [InlineData(9999, null)]
    public void A_contracts_status_has_its_meaning(int? id, ContractMeaning? meaning) => Assert.Equal(meaning, Statuses.OfContract(id));

    [Fact]
    public void Disputed_are_complaint_control_review_and_suspension_only()
    {
        var disputed = Statuses.Lots.Where(status => Statuses.IsDisputed(status.Meaning)).Select(status => status.Id);

        Assert.Equal([420, 440, 444, 510, 520, 530, 540, 550], disputed);
        Assert.False(Statuses.IsDisputed(null));
    }

    [Fact]
    public void Every_status_stands_once_and_is_named_in_three_languages()
    {
        Assert.Equal(Statuses.Lots.Count, Statuses.Lots.DistinctBy(status => status.Id).Count());
        Assert.Equal(Statuses.Announcements.Count, Statuses.Announcements.DistinctBy(status => status.Id).Count());
        Assert.Equal(Statuses.Contracts.Count, Statuses.Contracts.DistinctBy(status => status.Id).Count());
        Assert.All(Statuses.Lots.Concat(Statuses.Announcements), status =>
            Assert.DoesNotContain("", new[] { status.Ru, status.Kk, status.En }));
        Assert.All(Statuses.Contracts, status => Assert.True(status.Kk != status.Ru && status.En.Length > 0));
    }

    [Fact]
    public void The_groups_of_the_methods_agree_with_the_meanings()
    {
        var methods = Catalogue.Current.Methods;

        Assert.All(methods.ContractsInForce, id =>
            Assert.True(Statuses.OfContract(id) is ContractMeaning.InForce or ContractMeaning.Executed));
        Assert.All(methods.ContractsWithoutEffect, id =>
            Assert.True(Statuses.OfContract(id) is ContractMeaning.WithoutEffect or ContractMeaning.Annulled));
        Assert.All(methods.LotsWithoutEffect, id => Assert.True(Statuses.OfLot(id) is LotMeaning.Refused or LotMeaning.Cancelled));
    }

    [Theory]
    [InlineData("Подано", BidOutcome.Submitted)]
    [InlineData("Победитель", BidOutcome.Won)]
    [InlineData(" второй победитель ", BidOutcome.Second)]
    [InlineData("Отклонено", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_bids_status_is_known_by_names_that_were_seen_only(string? name, BidOutcome? outcome) =>
        Assert.Equal(outcome, Bids.Of(null, name));

    [Fact]
    public void An_operator_can_add_names_and_the_shipped_dictionary_stays_as_it_is()
    {
        var more = Bids.With(
            new Dictionary<string, BidOutcome> { ["Отклонено"] = BidOutcome.Rejected, ["победитель"] = BidOutcome.Second });

        Assert.Equal(BidOutcome.Rejected, more.Of(null, "отклонено"));
        Assert.Equal(BidOutcome.Second, more.Of(null, "Победитель"));
        Assert.Equal(BidOutcome.Submitted, more.Of(null, "Подано"));
        Assert.Equal(BidOutcome.Won, Bids.Of(null, "Победитель"));
        Assert.Null(Bids.Of(null, "Отклонено"));
    }

    [Fact]
    public void A_code_comes_before_the_name()
    {
        var coded = Bids with { ById = new Dictionary<int, BidOutcome> { [400] = BidOutcome.Withdrawn } };

        Assert.Equal(BidOutcome.Withdrawn, coded.Of(400, "Подано"));
        Assert.Equal(BidOutcome.Submitted, coded.Of(401, "Подано"));
    }
}
