using Matching;
using Procurement;
using Xunit;

namespace Library.Tests.Matching;

public sealed class SavedIndexTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();
    private readonly LotIndex index = LotIndex.Build(SampleLots.All, SampleLots.Places);

    private string Saved => Path.Combine(folder.FullName, "lots.index");

    public void Dispose()
    {
        index.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public void A_saved_index_answers_forty_texts_as_before()
    {
        Assert.Equal(40, SampleTexts.All.Count);
        using var opened = SavedAndOpened();
        Answers.AreTheSame(index, opened);
    }

    [Fact]
    public void A_saved_index_knows_all_identifiers()
    {
        using var opened = SavedAndOpened();
        Named[] all =
        [
            Named.Nothing with { LotNumbers = ["70000022-ЗЦП1"] }, Named.Nothing with { PlanNumbers = ["70000022"] },
            Named.Nothing with { LotIds = [9] }, Named.Nothing with { AnnouncementIds = [501] },
            Named.Nothing with { AnnouncementNumbers = ["17000501-1"] }, Named.Nothing with { Bins = [SampleLots.All[0].BuyerBin!] },
        ];
        foreach (var named in all)
        {
            var expected = new Matcher(index, _ => named).Find("ремонт");
            Assert.NotEmpty(expected.Candidates);
            Assert.Equal(Answers.Told(expected), Answers.Told(new Matcher(opened, _ => named).Find("ремонт")));
        }
    }

    [Fact]
    public void An_opened_index_goes_on_taking_lots_as_the_one_that_was_saved_does()
    {
        using var opened = SavedAndOpened();
        foreach (var (lot, i) in SampleLots.All.Select((lot, i) => (lot, i)))
        {
            Both(lot);    // again, unchanged
            Both(lot with { Id = lot.Id + 1000, Number = $"7100{i:D4}-ЗЦП1", Amount = lot.Amount + 1 });
            if (i % 5 == 0)
                Both(lot with { IsDeleted = true });
            if (i % 7 == 0)
                Both(lot with { Details = new Bilingual("совсем другое: рояль", "күйсандық") });
        }

        Answers.AreTheSame(index, opened);

        void Both(Lot lot)
        {
            index.Add(lot);
            opened.Add(lot);
        }
    }

    [Fact]
    public void An_index_saved_opened_and_saved_again_is_the_same_file()
    {
        using var opened = SavedAndOpened();
        opened.Save(Saved + "2");
        Assert.Equal(File.ReadAllBytes(Saved), File.ReadAllBytes(Saved + "2"));
    }

    [Fact]
    public void What_was_learnt_of_the_languages_is_kept()
    {
        using var learnt = LotIndex.Build(MadeUpNames.Names.Select((name, i) =>
            SampleLots.Made(5000 + i, $"{75000000 + i}-ЗЦП1", SampleLots.School12, "", "", 1000 + i, 1) with { Name = name }), SampleLots.Places);
        learnt.Save(Saved);
        using var opened = LotIndex.Open(Saved, SampleLots.Places);
        Assert.Equal(MadeUpNames.Pairs.Count, opened.Shelves.Bridge.Count);
        for (var word = 0; word < learnt.Shelves.Words.Count; word++)
            Assert.Equal(learnt.Shelves.Bridge.Across(word), opened.Shelves.Bridge.Across(word));
    }

    [Fact]
    public void The_mark_is_kept()
    {
        Assert.Equal("", index.Mark);
        index.Mark = "дейін 2026-02-20T09:00Z";
        using var opened = SavedAndOpened();
        Assert.Equal("дейін 2026-02-20T09:00Z", opened.Mark);
    }

    [Fact]
    public void An_empty_index_can_be_saved_and_opened()
    {
        using var empty = LotIndex.Build([], SampleLots.Places);
        empty.Save(Saved);
        using var opened = LotIndex.Open(Saved, SampleLots.Places);
        Assert.Equal(0, opened.Count);
        opened.Add(SampleLots.All[0]);
        Assert.Equal(1, new Matcher(opened, _ => Named.Nothing).Find("Тараз школа 12").Candidates[0].LotId);
    }

    [Fact]
    public void The_order_of_the_places_does_not_matter()
    {
        index.Save(Saved);
        using var opened = LotIndex.Open(Saved, SampleLots.Places.Reverse());
        Answers.AreTheSame(index, opened);
    }

    private LotIndex SavedAndOpened()
    {
        index.Save(Saved);
        return LotIndex.Open(Saved, SampleLots.Places);
    }
}
