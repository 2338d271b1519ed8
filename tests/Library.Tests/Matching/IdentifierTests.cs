using Matching;
using Xunit;

namespace Library.Tests.Matching;

public class IdentifierTests
{
    private static readonly LotIndex Index = LotIndex.Build(SampleLots.All, SampleLots.Places);

    private static Answer Find(Named named, string text = "ремонт") => new Matcher(Index, _ => named).Find(text);

    [Fact]
    public void A_lot_number_names_the_lot()
    {
        var answer = Find(Named.Nothing with { LotNumbers = ["70000005-ЗЦП1"] });
        Assert.True(answer.IsExact);
        Assert.Equal(5, Assert.Single(answer.Candidates).LotId);
        Assert.Equal(new Evidence(EvidenceKind.LotNumber, "70000005-ЗЦП1"), answer.Candidates[0].Evidence[0]);
    }

    [Fact]
    public void A_full_lot_number_names_that_attempt_and_a_plan_number_the_latest()
    {
        Assert.Equal(22, Find(Named.Nothing with { LotNumbers = ["70000022-ЗЦП1"] }).Candidates[0].LotId);
        Assert.Equal(23, Find(Named.Nothing with { PlanNumbers = ["70000022"] }).Candidates[0].LotId);
        Assert.Equal(23, Find(Named.Nothing with { LotNumbers = ["70000022-ЗЦП7"] }).Candidates[0].LotId);
    }

    [Fact]
    public void A_link_names_the_lot() => Assert.Equal(9, Find(Named.Nothing with { LotIds = [9] }).Candidates[0].LotId);

    [Fact]
    public void An_announcement_gives_its_only_lot()
    {
        var answer = Find(Named.Nothing with { AnnouncementNumbers = ["17000501-1"] });
        Assert.True(answer.IsExact);
        Assert.Equal(1, Assert.Single(answer.Candidates).LotId);
        Assert.Equal(1, Assert.Single(Find(Named.Nothing with { AnnouncementIds = [501] }).Candidates).LotId);
    }

    [Fact]
    public void A_business_number_leaves_the_lots_of_that_buyer_and_the_words_choose()
    {
        var bin = SampleLots.All[0].BuyerBin!;
        var answer = Find(Named.Nothing with { Bins = [bin] }, "уголь");
        Assert.False(answer.IsExact);
        Assert.Equal(3, answer.Candidates[0].LotId);
        Assert.All(answer.Candidates, candidate => Assert.Contains(candidate.Evidence, e => e.Kind == EvidenceKind.Bin));
    }

    [Fact]
    public void A_number_that_nobody_knows_is_said_and_the_words_find_less_surely()
    {
        const string text = "Тараз школа 12 ремонт столовой за 41 миллион";
        var answer = Find(Named.Nothing with { LotNumbers = ["99999999-ЗЦП1"] }, text);
        Assert.Equal(["99999999-ЗЦП1"], answer.Unknown);
        Assert.False(answer.IsExact);
        Assert.True(answer.Candidates[0].Confidence < Find(Named.Nothing, text).Candidates[0].Confidence);
    }
}
