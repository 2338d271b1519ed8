using System.Text.Json;
using System.Text.RegularExpressions;
using Procurement;
using Xunit;

namespace Library.Tests.Procurement;

/// <summary>Persons, accounts, telephones and addresses are compared by digests; they themselves go no further than the reader.</summary>
public class TraitTests
{
    private const string Business = "240240016507", Buyer = "020340002199", PrivateNumber = "990101323786";
    private static readonly string[] Canaries = ["КАНАР", "Канар", "канар", "canary", PrivateNumber, "KZ75CANARY0123456789", "7019876543", "701 987"];

    private const string Parties = """
        "id":5,"supplierBiin":"240240016507","customerBin":"020340002199","supplierFio":"КАНАРЕЙКИН КЕНАР","supplierIik":"KZ75CANARY0123456789",
        "supplierPhone":"+7 (701) 987-65-43","supplierLegalAddress":"г.Алматы, ул. Канарская, 5","customerFio":"Канарова К.","customerPhone":"8 701 987 65 43"
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_contract_keeps_digests_of_its_parties(bool isSnake)
    {
        var contract = PortalReaderTests.Read<Contract>(Spelled($$"""{"contractSum":1,{{Parties}}}""", isSnake));

        Assert.Equal(
            Digests((TraitKind.FullName, "Канарейкин, Кенар"), (TraitKind.BankAccount, "kz75 canary 0123456789"), (TraitKind.Phone, "87019876543"),
                (TraitKind.Address, "Г. АЛМАТЫ ул канарская 5")),
            contract.SupplierTraits);
        Assert.Equal(Digests((TraitKind.FullName, "КАНАРОВА К"), (TraitKind.Phone, "7019876543")), contract.BuyerTraits);
        KeepsNothing(contract);
    }

    [Fact]
    public void Of_a_private_supplier_there_are_no_digests()
    {
        var contract = PortalReaderTests.Read<Contract>($$"""{"contractSum":1,{{Parties.Replace(Business, PrivateNumber, StringComparison.Ordinal)}}}""");

        Assert.Empty(contract.SupplierTraits);
        Assert.NotEmpty(contract.BuyerTraits);
        KeepsNothing(contract);
    }

    [Theory]
    [InlineData("\"roleName\":\"Руководитель\"", true)]
    [InlineData("\"roleName\":\"Первый руководитель организации\",\"disabled\":0,\"endDate\":null", true)]
    [InlineData("\"roleName\":\"Ұйым басшысы\"", true)]
    [InlineData("\"roleName\":\"Заместитель руководителя\"", false)]
    [InlineData("\"roleName\":\"Басшының орынбасары\"", false)]
    [InlineData("\"roleName\":\"Руководитель\",\"disabled\":1", false)]
    [InlineData("\"roleName\":\"Руководитель\",\"endDate\":\"2025-01-01 00:00:00\"", false)]
    [InlineData("\"roleName\":\"Администратор\"", false)]
    [InlineData("\"role\":1", false)]
    public void Only_who_heads_an_organisation_now_is_its_head(string role, bool isHead)
    {
        var organisation = PortalReaderTests.Read<Organisation>($$"""
            {"pid":1,"bin":"020340002199","nameRu":"КГУ","Employees":[{"fio":"Канарейкин К.К.","iin":"990101323786",{{role}}}]}
            """);

        Assert.Equal(isHead ? Digests((TraitKind.Head, "КАНАРЕЙКИН КК 990101323786"), (TraitKind.FullName, "Канарейкин КК")) : [], organisation.Traits);
        KeepsNothing(organisation);
    }

    [Theory]
    [InlineData("46909")]
    [InlineData("[46909,1]")]
    public void An_organisation_tells_its_side_its_trade_and_its_size(string trades)
    {
        var organisation = PortalReaderTests.Read<Organisation>($$"""
            {"pid":1,"bin":"020340002199","customer":1,"supplier":0,"krpCode":105,"okedList":{{trades}},"email":"canary@canary.kz","phone":"87019876543",
            "Address":[{"address":"Алматы, Канарская 5"},{"address":"Алматы, Канарская, 5"},{"address":null}]}
            """);

        Assert.Equal((true, false, 105, 46909), (organisation.IsBuyer, organisation.IsSupplier, organisation.Size, organisation.Oked));
        Assert.Equal(
            Digests((TraitKind.Email, "Canary@Canary.kz"), (TraitKind.Phone, "+77019876543"), (TraitKind.Address, "алматы канарская 5")), organisation.Traits);
        KeepsNothing(organisation);
        var bare = PortalReaderTests.Read<Organisation>("""{"pid":1,"bin":"020340002199","nameRu":"КГУ"}""");
        Assert.Equal((null, null, null, null, 0), (bare.IsBuyer, bare.IsSupplier, bare.Size, bare.Oked, bare.Traits.Count));
    }

    [Fact]
    public void An_announcement_keeps_who_sits_in_its_commission_and_when_somebody_complained()
    {
        const string Commission = """
            [{"fio":"Канарейкин К","active":1,"isDeleted":0},{"fio":"Канаров Первый"},{"fio":"Канаров Второй","active":0},{"fio":"Канаров Третий","active":1,"isDeleted":1}]
            """;
        var announcement = PortalReaderTests.Read<Announcement>($$$"""
            {"id":1,"numberAnno":"1-1","Commission":{{{Commission}}},"ComplaintAppeal":{"dateApply":"2026-02-03 10:00:00","isDeleted":0}}
            """);

        Assert.Equal(Digests((TraitKind.FullName, "Канарейкин К"), (TraitKind.FullName, "Канаров Первый")), announcement.Commission);
        Assert.Equal(PortalTime.At(new(2026, 2, 3, 10, 0, 0)), announcement.Complained);
        KeepsNothing(announcement);
        Assert.Null(PortalReaderTests.Read<Announcement>(
            """{"id":1,"numberAnno":"1-1","ComplaintAppeal":{"dateApply":"2026-02-03 10:00:00","isDeleted":1}}""").Complained);
    }

    [Fact]
    public void A_bid_keeps_a_digest_of_who_wrote_it()
    {
        var bid = PortalReaderTests.Read<Bid>("""{"id":1,"buyId":2,"supplierBinIin":"990101323786","crFio":"Канарейкин К"}""");

        Assert.Equal(Digests((TraitKind.BidWriter, "Канарейкин К")), bid.Traits);
        KeepsNothing(bid);
    }

    [Fact]
    public void A_listing_keeps_the_head_and_the_founders_that_are_businesses()
    {
        var ground = """
            {"supplierHeadNameRu":"Канарейкин К","supplierHeadBiin":"990101323786","founders":[{"head_biin":"990101323786","head_fio":"Канаров"},{"head_biin":"240240016507"}]}
            """;
        var listing = PortalReaderTests.Read<UnfairListing>($$"""{"id":1,"supplierBiin":"{{Business}}","startDate":"2026-01-01 00:00:00","Detail":[{{ground}}]}""");
        var person = PortalReaderTests.Read<UnfairListing>($$"""{"id":1,"supplierBiin":"{{PrivateNumber}}","startDate":"2026-01-01 00:00:00","Detail":[{{ground}}]}""");

        Assert.Equal(Trait.Of(TraitKind.Head, "Канарейкин К 990101323786"), Assert.Single(listing.Grounds).Head);
        Assert.Equal([Business], listing.Grounds[0].FounderBins);
        Assert.Equal((null, 0), (Assert.Single(person.Grounds).Head, person.Grounds[0].FounderBins.Count));
        KeepsNothing(listing);
        KeepsNothing(person);
    }

    [Theory]
    [InlineData(TraitKind.BankAccount, "KZ000000000000000000")]
    [InlineData(TraitKind.Phone, "+7 777 777 77 77")]
    [InlineData(TraitKind.Address, "нет")]
    [InlineData(TraitKind.Email, null)]
    public void What_is_nobodys_is_no_trait(TraitKind kind, string? text) => Assert.Null(Trait.Of(kind, text));

    private static List<Trait> Digests(params (TraitKind Kind, string Text)[] traits) =>
        [.. traits.Select(trait => Trait.Of(trait.Kind, trait.Text)!.Value).OrderBy(trait => trait.Kind).ThenBy(trait => trait.Digest)];

    private static void KeepsNothing<T>(T record) where T : class
    {
        var said = Fixtures.Said(record);
        Assert.All(Canaries, canary => Assert.DoesNotContain(canary, said, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The names as the REST service writes them.</summary>
    internal static string Spelled(string json, bool isSnake) => !isSnake ? json
        : Regex.Replace(json, "(?<=\")\\w+(?=\":)", name => JsonNamingPolicy.SnakeCaseLower.ConvertName(name.Value));
}
