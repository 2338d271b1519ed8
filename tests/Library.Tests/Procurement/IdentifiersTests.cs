using FsCheck;
using FsCheck.Fluent;
using Procurement;
using Xunit;

namespace Library.Tests.Procurement;

public class IdentifiersTests
{
    [Theory]
    [InlineData("Лот 81861406-ЗЦП1 асхана", "lot 81861406-ЗЦП1")]
    [InlineData("84492164-OK1, потом 3ЦП", "lot 84492164-ОК1")]
    [InlineData("№81861406-3ЦП-1!", "lot 81861406-ЗЦП1")]
    [InlineData("объявление 17379679-1", "announcement 17379679-1")]
    [InlineData("464562-2 қараңыз", "announcement 464562-2")]
    [InlineData("17379679 – 1", "announcement 17379679-1")]
    [InlineData("договор 970140002674/260023/00", "contract 970140002674/260023/00")]
    [InlineData("160440007161/202318/01", "contract 160440007161/202318/01")]
    [InlineData("БИН 020340002199", "bin 020340002199")]
    [InlineData("БСН020340002199.", "bin 020340002199")]
    [InlineData("бин 0203 4000 2199", "bin 020340002199")]
    [InlineData("бин 020 340 002 199", "bin 020340002199")]
    [InlineData("код 257113.900.000001", "enstru 257113.900.000001")]
    [InlineData("https://goszakup.gov.kz/ru/announce/index/17379679", "link announcement 17379679")]
    [InlineData("81861406-ЗЦП1\n17379679-1", "lot 81861406-ЗЦП1; announcement 17379679-1")]
    [InlineData("81861406-ЗЦП1 и ещё раз 81861406-зцп1", "lot 81861406-ЗЦП1")]
    [InlineData("81861406-ЗЦП1:https://goszakup.gov.kz/kz/subpriceoffer/index/16411681/40255986",
        "lot 81861406-ЗЦП1; link announcement 16411681 lot 40255986")]
    [InlineData("10079496-КРБС1 хаттамасы", "lot 10079496-КРБС1")]
    [InlineData("https://goszakup.gov.kz/ru/search/lots?filter%5Bnumber%5D=81861406-%D0%97%D0%A6%D0%9F1", "lot 81861406-ЗЦП1")]
    public void What_names_a_purchase_is_found(string text, string expected) => Assert.Equal(expected, Told(text));

    [Theory]
    [InlineData("990101323786")]                            // a private person's number
    [InlineData("ИИН 9901 0132 3786")]
    [InlineData("020340002190")]                            // wrong check digit
    [InlineData("1234 5678 9012 3456")]                     // a receipt of ours
    [InlineData("+77011234567 и 8 701 1234567")]
    [InlineData("8-701-2345678-1")]
    [InlineData("1500000 тенге, 2000000тг, 1234567.50")]
    [InlineData("26.02.2026-28.02.2026")]
    [InlineData("https://example.com/12345678/81861406")]
    [InlineData("https://evilgoszakup.gov.kz/ru/announce/index/17379679")]
    [InlineData("https://goszakup.gov.kz.example.com/ru/announce/index/17379679")]
    [InlineData("https://example.com/goszakup.gov.kz/ru/announce/index/17379679")]
    [InlineData("mail@goszakup.gov.kz")]
    [InlineData("асхана қымбат")]
    [InlineData("")]
    public void What_only_looks_alike_is_passed_over(string text) => Assert.Equal("", Told(text));

    [Theory]
    [InlineData("81861406", NumberMeaning.PlanRoot)]
    [InlineData("42700184", NumberMeaning.LotId)]
    [InlineData("17379679", NumberMeaning.AnnouncementId)]
    [InlineData("25610081", NumberMeaning.ContractId)]
    [InlineData("лот 81861406", NumberMeaning.PlanRoot)]
    [InlineData("лот № 40255986", NumberMeaning.LotId)]
    [InlineData("лот 17379679", NumberMeaning.LotId)]
    [InlineData("81861406 лоты", NumberMeaning.PlanRoot)]
    [InlineData("объявление № 40255986", NumberMeaning.AnnouncementId)]
    [InlineData("40255986 хабарландыру", NumberMeaning.AnnouncementId)]
    [InlineData("хабарландыру 40255986, лот", NumberMeaning.AnnouncementId)]
    [InlineData("договор 17379679", NumberMeaning.ContractId)]
    [InlineData("17379679 шарты", NumberMeaning.ContractId)]
    [InlineData("contract 81861406", NumberMeaning.ContractId)]
    [InlineData("жоспар 17379679", NumberMeaning.PlanRoot)]
    [InlineData("полотно 17379679", NumberMeaning.AnnouncementId)]
    [InlineData("81861406-ЗЦП", NumberMeaning.PlanRoot)]
    public void The_word_beside_a_bare_number_decides_what_it_is_first(string text, NumberMeaning first)
    {
        var number = Assert.IsType<FoundNumber>(Assert.Single(Identifiers.FindIn(text)));
        Assert.Equal(first, number.Meanings[0]);
        Assert.Equal(number.Meanings.Count, number.Meanings.Distinct().Count());
    }

    [Fact]
    public void Places_are_those_of_the_text_as_it_was_given()
    {
        const string text = "қараңыз:\u200B 8186\u200B1406 — 3ЦП1, ссылка https://goszakup.gov.kz/announce/index/17379679?tab=lots.";
        var words = Identifiers.FindIn(text).Select(found => found.At.In(text));

        Assert.Equal(["8186\u200B1406 — 3ЦП1", "https://goszakup.gov.kz/announce/index/17379679?tab=lots."], words);
    }

    [Fact]
    public void A_hundred_thousand_characters_of_malice_are_read_to_the_end()
    {
        string[] seeds =
        [
            "1", "12345678-", "12345678 -", "81861406-ЗЦП1 ", "://", "zakup.gov.kz/", "goszakup.gov.kz/ru/announce/index/", "12 ",
            "97014000", "-ОЛ-", "\u200B", "970140002674/", "https://goszakup.gov.kz/ru/search?%D0", "1234567 ",
        ];

        Assert.All(seeds, seed => Assert.True(
            Identifiers.FindIn(string.Concat(Enumerable.Repeat(seed, 100_000 / seed.Length))).Count <= Identifiers.MaxFound));
    }

    [Fact]
    public void No_text_breaks_it_and_every_place_is_inside_the_text() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
            text is null || Identifiers.FindIn(text).All(found => found.At is { Start: >= 0, Length: > 0 } && found.At.End <= text.Length))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void No_mixture_of_telling_pieces_breaks_it()
    {
        var pieces = Gen.Elements(
            "81861406", "-", "ЗЦП", "ОЛ", "1", " ", "3", "ОК", "/", ".", "goszakup.gov.kz", "https://", "announce/index", "020340002199",
            "\u200B", "\ud800", "№", "лот", "\n", "%", "?lotId=", "#lot-", "zakup.gov.kz/announcement/");
        Prop.ForAll(pieces.ListOf().ToArbitrary(), parts =>
        {
            var text = string.Concat(parts);
            return Identifiers.FindIn(text).All(found => found.At.End <= text.Length && found.At.In(text).Length > 0);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Every_lot_number_survives_being_written_in_a_sentence() =>
        Prop.ForAll(AnyLotNumber().ToArbitrary(), number =>
                Identifiers.FindIn($"қараңыз: {number}, рахмет") is [FoundLot lot] && lot.Number == number)
            .QuickCheckThrowOnFailure();

    private static Gen<LotNumber> AnyLotNumber() =>
        from method in Gen.Elements(MethodSymbols.All.ToArray())
        from root in Gen.Choose(100_000, 999_999_999)
        from attempt in Gen.Choose(1, 99)
        select new LotNumber(root, method, attempt);

    private static string Told(string text) => string.Join("; ", Identifiers.FindIn(text).Select(found => found switch
    {
        FoundLot lot => $"lot {lot.Number}",
        FoundAnnouncement announcement => $"announcement {announcement.Number}",
        FoundContract contract => $"contract {contract.Number}",
        FoundBin bin => $"bin {bin.Bin}",
        FoundEnstru enstru => $"enstru {enstru.Code}",
        FoundLink { Link.LotId: null } link => $"link announcement {link.Link.AnnouncementId}",
        FoundLink link => $"link announcement {link.Link.AnnouncementId} lot {link.Link.LotId}",
        FoundNumber number => $"number {number.Number}",
        _ => found.GetType().Name,
    }));
}
