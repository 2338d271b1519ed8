using Matching;
using Xunit;

namespace Library.Tests.Matching;

public class MatcherTests
{
    private static readonly LotIndex Index = LotIndex.Build(SampleLots.All, SampleLots.Places);
    private static readonly Matcher Matcher = new(Index, _ => Named.Nothing);

    [Theory]
    [InlineData(1, "Тараздағы №12 мектептің асханасын жөндеуге 41 миллион бөлінген екен")]
    [InlineData(1, "Тараздагы 12 мектептин асханасын жондеп жатыр")]
    [InlineData(1, "В двенадцатой школе Тараза ремонтируют столовую за 41,2 млн")]
    [InlineData(1, "Taraz school no 12, canteen repair for 41 million")]
    [InlineData(1, "Taraz 12 mektep ashana jondeu 41 million")]
    [InlineData(4, "8-я школа, Тараз, столовая, ремонт")]
    [InlineData(6, "школа 12 Караганда ремонтируют столовую")]
    [InlineData(3, "школа 12 Тараз, уголь плохой привезли")]
    [InlineData(2, "Тараз, 12 школа, бумага двести пачек")]
    [InlineData(8, "Сарқандағы Жұлдыз бақшасы ойыншыққа 900 мың жұмсапты")]
    [InlineData(8, "Садик Жулдыз в Сарканде, игрушки")]
    [InlineData(9, "Жулдыз садик, мясо по 3500")]
    [InlineData(11, "Сарқан әкімдігі машина алды, 14,5 миллион")]
    [InlineData(11, "Sarqan akimdigi mashina aldy 14 million")]
    [InlineData(12, "Sarkand district akimat, road repair, 80 million")]
    [InlineData(10, "акимат Сарканского района, вывоз мусора")]
    [InlineData(13, "Qazaly 25 mektep bor alyp jatyr, qorabyn 690 tengeden segiz qorap")]
    [InlineData(14, "Казалыдагы 25 мектеп кузетшиге 1 миллион толейди")]
    [InlineData(15, "Үржар ауруханасы шприц алды")]
    [InlineData(16, "Урджар, больница, томограф 420 миллионов")]
    [InlineData(17, "Мойынқұм, қаңғыбас иттер")]
    [InlineData(18, "аким Мойынкума, талоны на бензин")]
    [InlineData(20, "Ақтөбе 47 бақша шатыр жөндеу")]
    [InlineData(21, "Актобе, садик Балдырган, травили тараканов за 70 тысяч")]
    [InlineData(26, "Караганда 12 школа парты по 45 тысяч")]
    public void The_lot_that_a_person_means_comes_first(long lot, string text) => Assert.Equal(lot, Matcher.Find(text).Candidates[0].LotId);

    [Fact]
    public void Reasons_are_the_words_of_the_text()
    {
        var evidence = Matcher.Find("В школе №12 Тараза ремонт столовой за 41 200 000").Candidates[0].Evidence;
        Assert.Contains(new Evidence(EvidenceKind.Place, "Тараза"), evidence);
        Assert.Contains(new Evidence(EvidenceKind.OrganisationNumber, "12"), evidence);
        Assert.Contains(new Evidence(EvidenceKind.Word, "столовой"), evidence);
        Assert.Contains(new Evidence(EvidenceKind.Amount, "41 200 000"), evidence);
    }

    [Fact]
    public void A_right_school_with_another_sum_is_less_sure_and_says_so()
    {
        var right = Matcher.Find("Тараз, школа 12, ремонт столовой за 41 миллион").Candidates[0];
        var other = Matcher.Find("Тараз, школа 12, ремонт столовой за 7 миллионов").Candidates[0];
        Assert.True(other.Confidence < right.Confidence);
        Assert.Contains(other.Evidence, e => e is { Kind: EvidenceKind.Amount, Agrees: false });
    }

    [Fact]
    public void The_same_school_with_another_purchase_is_no_sure_find()
    {
        var answer = Matcher.Find("Тараз, школа 12 купила рояль за 8 миллионов");
        Assert.All(answer.Candidates, candidate => Assert.True(candidate.Confidence < Matcher.Probably));
    }

    [Fact]
    public void A_number_of_a_school_that_does_not_exist_is_no_sure_find()
    {
        var best = Matcher.Find("Тараз, школа 95, ремонт столовой").Candidates[0];
        Assert.True(best.Confidence < Matcher.Probably);
        Assert.Contains(best.Evidence, e => e is { Kind: EvidenceKind.OrganisationNumber, Agrees: false });
    }

    [Theory]
    [InlineData("Привет, как дела?")]
    [InlineData("рахмет")]
    [InlineData("Бишкек, 12 школа, парты по 15 тысяч сомов")]
    [InlineData("Hello, what can you do?")]
    [InlineData("")]
    public void What_is_about_no_lot_finds_nothing_sure(string text) =>
        Assert.All(Matcher.Find(text).Candidates, candidate => Assert.True(candidate.Confidence < Matcher.Probably));

    [Fact]
    public void Attempts_at_one_purchase_are_one_candidate_the_latest()
    {
        var lots = Matcher.Find("Қазалы 25 мектеп ноутбук алды").Candidates.Select(candidate => candidate.LotId).ToList();
        Assert.Equal(23, lots[0]);
        Assert.DoesNotContain(22, lots);
    }

    [Fact]
    public void A_lot_that_the_person_refused_does_not_come_again()
    {
        var lots = Matcher.Find("Қазалы 25 мектеп ноутбук алды", except: [23]).Candidates.Select(candidate => candidate.LotId);
        Assert.DoesNotContain(lots, lot => lot is 22 or 23);
    }

    [Fact]
    public void A_piece_of_a_lot_number_finds_the_lot()
    {
        var best = Matcher.Find("шприцы, номер вроде 7000001 дальше не видно, больница").Candidates[0];
        Assert.Equal(15, best.LotId);
        Assert.Contains(best.Evidence, e => e.Kind == EvidenceKind.LotNumber);
    }

    [Fact]
    public void A_lot_added_or_changed_while_serving_is_found_as_it_is_now()
    {
        using var index = LotIndex.Build(SampleLots.All, SampleLots.Places);
        var matcher = new Matcher(index, _ => Named.Nothing);
        index.Add(SampleLots.Made(31, "70000031-ЗЦП1", SampleLots.School12, "Рояль", "концертный", 8_000_000, 1));
        Assert.Equal(31, matcher.Find("Тараз школа 12 рояль").Candidates[0].LotId);
        var tent = SampleLots.Made(31, "70000031-ЗЦП1", SampleLots.School12, "Палатка", "туристическая", 8_000_000, 1);
        index.Add(tent);
        Assert.Equal(31, matcher.Find("Тараз школа 12 палатка").Candidates[0].LotId);
        index.Add(tent with { IsDeleted = true });
        Assert.DoesNotContain(matcher.Find("Тараз школа 12 палатка").Candidates, candidate => candidate.LotId == 31);
        Assert.Equal(30, index.Count);
    }

    [Fact]
    public async Task Readers_and_a_writer_do_not_disturb_each_other()
    {
        using var index = LotIndex.Build(SampleLots.All, SampleLots.Places);
        var matcher = new Matcher(index, _ => Named.Nothing);
        var reading = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 50; i++)
                Assert.Equal(8, matcher.Find("Садик Жулдыз в Сарканде, игрушки").Candidates[0].LotId);
        }));
        var writing = Task.Run(() =>
        {
            for (var i = 100; i < 300; i++)
                index.Add(SampleLots.Made(i, $"7100{i:D4}-ЗЦП1", SampleLots.School12, "Дрова", $"партия {i}", 1000 + i, 1));
        });
        await Task.WhenAll([.. reading, writing]);
        Assert.Equal(230, index.Count);
    }
}
