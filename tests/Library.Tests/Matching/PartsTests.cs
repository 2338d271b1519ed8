using Matching;
using Xunit;

namespace Library.Tests.Matching;

public class PartsTests
{
    private static readonly LotIndex Index = LotIndex.Build(SampleLots.All, SampleLots.Places);

    [Theory]
    [InlineData(Parts.Lexicon, 16, "CT scanner")]
    [InlineData(Parts.Lexicon, 9, "мясо в садик")]
    [InlineData(Parts.Places, 4, "Джамбул, восьмая школа, ремонт столовой")]
    [InlineData(Parts.Near, 16, "тамограф")]
    [InlineData(Parts.Sums, 14, "Казалы, 1 080 000")]
    [InlineData(Parts.KazakhEndings, 15, "шприцке")]
    public void What_a_part_finds_is_found_with_it_and_less_surely_or_not_at_all_without(Parts part, long lot, string text)
    {
        Assert.Equal(lot, Find(Parts.All, text)[0].LotId);
        var without = Find(Parts.All & ~part, text);
        Assert.True(without.Count == 0 || without[0].LotId != lot || without[0].Confidence < Find(Parts.All, text)[0].Confidence);
    }

    [Fact]
    public void A_piece_of_a_lot_number_alone_finds_the_lot()
    {
        using var index = LotIndex.Build(
            [.. SampleLots.All, SampleLots.Made(71, "81861406-ЗЦП1", SampleLots.School12, "Рояль", "", 900_000, 1)], SampleLots.Places);
        Assert.Equal(71, Assert.Single(Find(Parts.All, "818614", index)).LotId);
        Assert.Equal(71, Assert.Single(Find(Parts.All, "номер 8186140 б", index)).LotId);
        Assert.Empty(Find(Parts.All & ~Parts.Pieces, "818614", index));
    }

    [Fact]
    public void Without_numbers_of_organisations_one_school_is_like_another()
    {
        const string text = "Тараз, школа 8, ремонт столовой";
        Assert.Contains(Find(Parts.All, text)[0].Evidence, e => e is { Kind: EvidenceKind.OrganisationNumber, Agrees: true });
        Assert.DoesNotContain(Find(Parts.All & ~Parts.OrganisationNumbers, text), HasNumber);

        static bool HasNumber(Candidate candidate) => candidate.Evidence.Any(e => e.Kind == EvidenceKind.OrganisationNumber);
    }

    [Fact]
    public void The_year_chooses_between_purchases_of_the_same_thing()
    {
        var lot = SampleLots.All[2];
        using var index = LotIndex.Build([lot with { Id = 61, Number = "61-ЗЦП1" },
            lot with { Id = 62, Number = "62-ЗЦП1", Published = lot.Published!.Value.AddYears(-1) }, .. SampleLots.All.Skip(10)], SampleLots.Places);
        Assert.Equal(62, Find(Parts.All, "Тараз школа 12 уголь 2025", index)[0].LotId);
        Assert.Equal(61, Find(Parts.All, "Тараз школа 12 уголь 2026", index)[0].LotId);
        Assert.Equal(
            Find(Parts.All & ~Parts.Years, "Тараз школа 12 уголь 2025", index)[0].LotId,
            Find(Parts.All & ~Parts.Years, "Тараз школа 12 уголь 2026", index)[0].LotId);
    }

    [Fact]
    public void What_names_in_both_languages_taught_finds_a_lot_that_has_only_one()
    {
        var (kazakh, russian) = MadeUpNames.Pairs[7];
        var lots = MadeUpNames.Names.Where(name => !name.Ru!.Contains(russian) || name.Ru.Split(' ').Length < 5).Select((name, i) =>
            SampleLots.Made(5000 + i, $"{75000000 + i}-ЗЦП1", SampleLots.School12, "", "", 1000 + i, 1) with { Name = name });
        using var index = LotIndex.Build(
            [.. SampleLots.All, .. lots, SampleLots.Made(9000, "79000000-ЗЦП1", SampleLots.All[15].BuyerName.Ru!, russian, "", 500, 1)],
            SampleLots.Places);
        Assert.Equal(9000, Find(Parts.All, $"Үржар аурухана {kazakh}", index)[0].LotId);
        Assert.Contains(Find(Parts.All, $"Үржар аурухана {kazakh}", index)[0].Evidence, e => e.Words == kazakh);
        Assert.DoesNotContain(Find(Parts.All & ~Parts.Bridge, $"Үржар аурухана {kazakh}", index).SelectMany(c => c.Evidence),
            e => e.Words == kazakh && e.Kind == EvidenceKind.Word);
    }

    [Fact]
    public void Identifiers_are_found_with_no_part_at_all()
    {
        var matcher = new Matcher(Index, _ => Named.Nothing with { LotNumbers = ["70000005-ЗЦП1"] }, Parts.None);
        Assert.Equal(5, Assert.Single(matcher.Find("ноутбуки").Candidates).LotId);
    }

    [Fact]
    public void The_words_of_the_register_are_found_with_no_other_part() =>
        Assert.Equal(15, Find(Parts.None, "Урджарская больница шприц")[0].LotId);

    private static IReadOnlyList<Candidate> Find(Parts parts, string text, LotIndex? index = null) =>
        new Matcher(index ?? Index, _ => Named.Nothing, parts).Find(text, most: 5).Candidates;
}
