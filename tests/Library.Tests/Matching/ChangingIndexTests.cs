using Matching;
using Procurement;
using Xunit;

namespace Library.Tests.Matching;

public class ChangingIndexTests
{
    [Fact]
    public void Lots_that_come_again_unchanged_change_nothing()
    {
        using var index = LotIndex.Build(SampleLots.All, SampleLots.Places);
        using var same = LotIndex.Build(SampleLots.All, SampleLots.Places);
        foreach (var lot in SampleLots.All.Concat(SampleLots.All.Reverse()))
            index.Add(lot);
        Assert.Equal(SampleLots.All.Count, index.Count);
        Assert.Equal(SampleLots.All.Count, index.Shelves.Rows.Count);
        Assert.Equal(Statistics(same), Statistics(index));
        Answers.AreTheSame(same, index);
    }

    [Fact]
    public void A_lot_that_comes_again_in_the_same_loading_counts_once()
    {
        using var index = LotIndex.Build([.. SampleLots.All, .. SampleLots.All], SampleLots.Places);
        using var once = LotIndex.Build(SampleLots.All, SampleLots.Places);
        Answers.AreTheSame(once, index);
    }

    [Fact]
    public void A_replaced_lot_is_found_by_what_it_says_now_and_by_nothing_that_it_said()
    {
        using var index = LotIndex.Build(SampleLots.All, SampleLots.Places);
        var old = SampleLots.All.Single(lot => lot.Id == 15);
        index.Add(old with { Number = "75555555-ОК3", Name = new Bilingual("Рояль", "Күйсандық"), Details = default, AnnouncementNumber = "17-1" });
        Assert.Equal(SampleLots.All.Count, index.Count);
        Assert.Equal(15, Find(index, Named.Nothing, "больница Урджар рояль").Candidates[0].LotId);
        Assert.Equal(15, Find(index, Named.Nothing with { LotNumbers = ["75555555-ОК3"] }).Candidates[0].LotId);
        Assert.Equal(15, Find(index, Named.Nothing with { AnnouncementNumbers = ["17-1"] }).Candidates[0].LotId);
        Assert.Equal(15, Find(index, Named.Nothing with { LotIds = [15] }).Candidates[0].LotId);
        Assert.Equal([old.Number], Find(index, Named.Nothing with { LotNumbers = [old.Number] }).Unknown);
        Assert.DoesNotContain(Find(index, Named.Nothing, "шприц").Candidates, c => c.Evidence.Any(e => e.Words == "шприц"));
    }

    [Fact]
    public void A_deleted_lot_is_found_by_nothing_until_it_comes_back()
    {
        using var index = LotIndex.Build(SampleLots.All, SampleLots.Places);
        var lot = SampleLots.All[0];
        Named[] ways =
        [
            Named.Nothing with { LotNumbers = [lot.Number] }, Named.Nothing with { LotIds = [lot.Id] },
            Named.Nothing with { AnnouncementNumbers = [lot.AnnouncementNumber!] }, Named.Nothing with { PlanNumbers = ["70000001"] },
            Named.Nothing with { AnnouncementIds = [501] },
        ];
        index.Add(lot with { IsDeleted = true });
        index.Add(lot with { IsDeleted = true });
        Assert.Equal(SampleLots.All.Count - 1, index.Count);
        Assert.All(ways, named => Assert.Single(Find(index, named).Unknown));
        Assert.All(SampleTexts.All, text => Assert.DoesNotContain(Find(index, Named.Nothing, text).Candidates, c => c.LotId == lot.Id));
        index.Add(lot);
        Assert.Equal(SampleLots.All.Count, index.Count);
        Assert.All(ways, named => Assert.Equal(lot.Id, Find(index, named).Candidates[0].LotId));
    }

    [Fact]
    public void Deleted_lots_are_left_out_when_loading()
    {
        using var index = LotIndex.Build(SampleLots.All.Select(lot => lot with { IsDeleted = lot.Id > 3 }), SampleLots.Places);
        Assert.Equal(3, index.Count);
    }

    [Fact]
    public void A_changed_sum_no_longer_counts_among_the_sums()
    {
        using var index = LotIndex.Build(SampleLots.All, SampleLots.Places);
        var (before, lot) = (index.Shelves.Amounts.Share(41_200_000, 0.01), SampleLots.All[0]);
        index.Add(lot with { Amount = 5, UnitPrice = 5 });
        Assert.True(index.Shelves.Amounts.Share(41_200_000, 0.01) < before);
        index.Add(lot);
        Assert.Equal(before, index.Shelves.Amounts.Share(41_200_000, 0.01));
    }

    [Fact]
    public async Task Two_people_search_while_lots_come_change_and_go()
    {
        using var index = LotIndex.Build(SampleLots.All, SampleLots.Places);
        var matcher = new Matcher(index, _ => Named.Nothing);
        var searching = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            foreach (var text in Enumerable.Range(0, 8).SelectMany(_ => SampleTexts.All))
            {
                var ids = matcher.Find(text, most: 10).Candidates.Select(c => c.LotId).ToList();
                Assert.Equal(ids.Count, ids.Distinct().Count());
            }
        }));
        var changing = Task.Run(() =>
        {
            for (var i = 100; i < 1100; i++)
            {
                var lot = SampleLots.Made(i % 150 + 100, $"7100{i % 150:D4}-ЗЦП1", SampleLots.School12, $"Дрова {i % 7}", $"партия {i}", 1000 + i, 1);
                index.Add(lot with { IsDeleted = i % 4 == 0 });
            }
        });
        await Task.WhenAll([.. searching, changing]);
        Assert.Equal(3, Find(index, Named.Nothing, "дрова Тараз").Candidates.Count);
        Assert.All(index.Shelves.OfBuyer(SampleLots.All[0].BuyerBin!), row => Assert.False(index.Shelves.Rows[row].IsGone));
    }

    private static Answer Find(LotIndex index, Named named, string text = "ремонт") => new Matcher(index, _ => named).Find(text);

    /// <summary>What the index knows of how common each word is.</summary>
    private static List<string> Statistics(LotIndex index) => [.. Enumerable.Range(0, index.Shelves.Words.Count)
        .Select(word => $"{index.Shelves.Words[word]} {index.Shelves.Units.LotsWith(word)} {index.Shelves.Items.LotsWith(word)}")
        .Order(StringComparer.Ordinal)];
}
