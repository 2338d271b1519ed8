using System.Text.Json;
using Bot.Evaluation;
using Bot.Lots;
using Bot.Tests.Storage;
using Matching;
using Procurement;
using Xunit;

namespace Bot.Tests.Operations;

/// <summary>How answers are scored, and that files are asked with the same ears as people.</summary>
public class EvaluationTests
{
    [Fact]
    public void At_most_five_in_a_hundred_without_a_lot_are_called_found()
    {
        List<Marked> marked = [.. Enumerable.Range(1, 100).Select(n => WithoutLot(n / 200.0)),
            WithLot(.46, 0), WithLot(.476, 1), WithLot(.48, 0), WithLot(.9, 0)];

        var threshold = OperatingPoint.ThresholdOf(marked)!.Value;
        var point = OperatingPoint.At(threshold, marked);

        Assert.Equal(new OperatingPoint(.475, .05, .75, 2 / 3.0), point);
    }

    [Fact]
    public void A_few_without_a_lot_allow_no_false_find_at_all() =>
        Assert.Equal(.7, OperatingPoint.ThresholdOf([WithoutLot(.7), WithoutLot(.2), WithLot(.9, 0)]));

    [Fact]
    public void With_a_lot_for_every_tip_there_is_no_such_point() => Assert.Null(OperatingPoint.ThresholdOf([WithLot(.9, 0)]));

    [Fact]
    public void Confidence_is_binned_by_fifths_and_certainty_belongs_to_the_last()
    {
        var scores = Scores.Of([WithLot(.95, 0), WithLot(1, 0), WithLot(.85, 3), WithLot(.1, 0), WithoutLot(0)]);

        Assert.Equal([(0.0, 2), (0.8, 3)], scores.Reliability.Select(bin => (bin.From, bin.Tips)));
        Assert.Equal([(.05, .5), (.9333, .6667)], scores.Reliability.Select(bin => (Math.Round(bin.Said, 4), Math.Round(bin.WasRight, 4))));
    }

    [Fact]
    public void A_tip_without_an_answer_is_a_miss()
    {
        var scores = Scores.Of([Tip("a", "1"), Tip("b")], new Dictionary<string, TipAnswer>());

        Assert.Equal((0, 0.0, null, 0), (scores.FalseFinds, scores.Recall[0].AmongFive, scores.Brier, scores.Answers));
    }

    [Theory]
    [InlineData("81861406-ЗЦП1")]
    [InlineData("лот 81861406, объявление 17379679-1")]
    [InlineData("номер 81861406 и еще 17379679 и 40255970")]
    [InlineData("81861407 17379670")]
    [InlineData("БИН 990240002989, 970140002674/260023/00, 257113.900.000001")]
    [InlineData("https://goszakup.gov.kz/ru/announce/index/17379679?tab=lots#")]
    [InlineData("https://goszakup.gov.kz/ru/subpriceoffer/index/17379679/40255970")]
    [InlineData("ничего такого")]
    public async Task Identifiers_are_read_as_the_bot_reads_them(string text)
    {
        var lot = new Lot { Id = 40255970, Number = "81861406-ЗЦП1", AnnouncementId = 17379679, BuyerBin = "990240002989" };
        await using var store = await Store.Empty(onPostgres: false, ofRegister: true);
        await using var db = store.OpenRegister();
        db.Add(new LotRow
        {
            Id = lot.Id,
            Number = lot.Number,
            Plan = 81861406,
            AnnouncementId = lot.AnnouncementId,
            Document = "",
            Digest = 1,
            FirstSeen = 1,
            Changed = 1,
        });
        await db.SaveChangesAsync();
        using var index = LotIndex.Build([lot], []);

        var (files, people) = (new NumbersInTips(index).In(text), await new NamedLots(db).In(text, default));

        Assert.Equal(Words(people), Words(files));
    }

    private static string Words(Named named) => JsonSerializer.Serialize(named);

    private static LabelledTip Tip(string id, params string[] lots) => new(id, "text", lots, "ru", "full");

    private static Marked WithLot(double confidence, int? rank) =>
        new(Tip("with", "1"), new TipAnswer("with", confidence >= .5, confidence, [], 1), rank);

    private static Marked WithoutLot(double confidence) => new(Tip("without"), new TipAnswer("without", confidence >= .5, confidence, [], 1), null);
}
