using Matching;
using Procurement;
using Xunit;

namespace Library.Tests.Matching;

public class LoadingTests
{
    /// <summary>The bridge between languages is learnt by loading all lots at once, not from lots that come one by one.</summary>
    private const Parts WithoutBridge = Parts.All & ~Parts.Bridge;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Any_order_saved_and_opened_gives_the_same_answers(int seed)
    {
        using var index = LotIndex.Build(SampleLots.All, SampleLots.Places);
        var lots = SampleLots.All.ToArray();
        new Random(seed).Shuffle(lots);
        using var shuffled = LotIndex.Build(lots, SampleLots.Places);
        var path = Path.GetTempFileName();
        shuffled.Save(path);
        using var opened = LotIndex.Open(path, SampleLots.Places);
        File.Delete(path);
        Answers.AreTheSame(index, shuffled);
        Answers.AreTheSame(index, opened);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(17)]
    public void Lots_added_one_by_one_are_found_as_those_loaded_at_once(int loaded)
    {
        using var index = LotIndex.Build(SampleLots.All, SampleLots.Places);
        using var grown = LotIndex.Build(SampleLots.All.Take(loaded), SampleLots.Places);
        foreach (var lot in SampleLots.All.Skip(loaded))
            grown.Add(lot);
        Answers.AreTheSame(index, grown, WithoutBridge);
    }

    [Fact]
    public void Thousands_of_lots_loaded_in_several_batches_are_found_as_those_added_one_by_one()
    {
        var lots = SampleLots.All.Concat(Enumerable.Range(0, 9000).Select(i => SampleLots.All[i % 30] with
        {
            Id = 1000 + i,
            Number = $"{72000000 + i}-ЗЦП1",
            Amount = 1000 + 977 * i,
            Details = new Bilingual($"{SampleLots.All[i % 30].Details.Ru} {SampleLots.All[i * 7 % 29].Name.Ru}", null),
        })).ToList();
        using var index = LotIndex.Build(lots, SampleLots.Places);
        using var grown = LotIndex.Build(lots.Take(10), SampleLots.Places);
        lots.Skip(10).Reverse().ToList().ForEach(grown.Add);
        Answers.AreTheSame(index, grown, WithoutBridge);
    }

    [Fact]
    public void Lots_of_one_buyer_delivered_to_different_places_are_found_by_their_own_places_in_any_order()
    {
        Lot[] lots =
        [
            SampleLots.All[9] with { Id = 501, Number = "1-ЗЦП1", Places = ["311010000", "196410000"] },
            SampleLots.All[9] with { Id = 502, Number = "2-ЗЦП1", Places = ["311010000", "434000000"] },
            SampleLots.All[9] with { Id = 503, Number = "3-ЗЦП1", Places = ["311010000"] },
        ];
        foreach (var order in (Lot[][])[lots, [.. lots.Reverse()]])
        {
            using var index = LotIndex.Build([.. SampleLots.All.Skip(20), .. order], SampleLots.Places);
            var matcher = new Matcher(index, _ => Named.Nothing);
            Assert.Equal(502, matcher.Find("Казалинский район, вывоз мусора").Candidates[0].LotId);
        }
    }

    [Fact]
    public void What_was_learnt_of_the_languages_does_not_hang_on_the_order_either()
    {
        var lots = Enumerable.Range(0, 120).Select(i => SampleLots.All[0] with
        {
            Id = 2000 + i,
            Number = $"{73000000 + i}-ЗЦП1",
            Name = MadeUpNames.Names[i % MadeUpNames.Names.Count],
            Details = default,
        }).ToArray();
        using var index = LotIndex.Build(lots, SampleLots.Places);
        new Random(4).Shuffle(lots);
        using var shuffled = LotIndex.Build(lots, SampleLots.Places);
        Assert.Equal(Across(index), Across(shuffled));
    }

    private static List<string> Across(LotIndex index)
    {
        var words = index.Shelves.Words;
        return [.. Enumerable.Range(0, words.Count)
            .Select(word => $"{words[word]}: {string.Join(' ', index.Shelves.Bridge.Across(word).Select(other => words[other]))}")
            .Order(StringComparer.Ordinal)];
    }
}
