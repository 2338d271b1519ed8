using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Fakes.Invented;
using Procurement;
using Xunit;

namespace Bot.Tests.Portal;

/// <summary>The invented register is the same for the same seed, can be told from the real one, and looks like it otherwise.</summary>
public sealed class InventionTests
{
    private static readonly List<JsonElement> Rows = Read(new InventOptions { Lots = 3000, Seed = 4 });

    [Fact]
    public void The_same_seed_gives_the_same_bytes_in_every_culture()
    {
        var options = new InventOptions { Lots = 400, Seed = 9, Schemes = All(1) };
        var culture = CultureInfo.CurrentCulture;
        var first = Hash(options);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("kk-KZ");
            Assert.Equal(first, Hash(options));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        Assert.NotEqual(first, Hash(options with { Seed = 10 }));
    }

    [Fact]
    public void Lots_do_not_depend_on_what_else_is_written()
    {
        var options = new InventOptions { Lots = 300, Seed = 2 };
        var all = Read(options).Where(row => Type(row) == "Lots").Select(Id);
        Assert.Equal(all, Read(options with { Only = Kinds.Lots }).Select(Id));
    }

    [Fact]
    public void Everything_is_marked_as_invented()
    {
        Assert.All(Rows.Where(row => !Type(row).StartsWith("Ref", StringComparison.Ordinal)), row =>
            Assert.True(row.GetProperty("_invented").GetBoolean()));
        Assert.Equal(3, Rows[0].GetProperty("_note").GetArrayLength());
        foreach (var row in Rows.Where(row => Type(row) is "Subject" or "TrdBuy"))
        {
            Assert.EndsWith("(вымышлено)", row.GetProperty("nameRu").GetString(), StringComparison.Ordinal);
            if (row.GetProperty("nameKz").GetString() is { } kazakh)
                Assert.Matches("\\((вымышлено|ойдан шығарылған)\\)$", kazakh);
        }
    }

    [Fact]
    public void Numbers_are_valid_but_cannot_be_anybodys()
    {
        foreach (var subject in Rows.Where(row => Type(row) == "Subject"))
        {
            var biin = subject.GetProperty("bin").GetString() is { Length: 12 } bin ? bin : subject.GetProperty("iin").GetString()!;
            Assert.True(Bin.HasRightCheckDigit(biin), biin);
            Assert.InRange(int.Parse(biin.AsSpan(2, 2), CultureInfo.InvariantCulture), 21, 32);
        }

        Assert.All(Rows.Where(row => Type(row) == "Lots"), lot => Assert.InRange(Id(lot), 500_000_001, 599_999_999));
        Assert.All(Rows.Where(row => Type(row) == "TrdBuy"), row => Assert.InRange(Id(row), 600_000_001, 699_999_999));
        Assert.All(Rows.Where(row => Type(row) == "Lots"), lot =>
            Assert.True(LotNumber.TryParse(lot.GetProperty("lotNumber").GetString(), out _)));
    }

    [Fact]
    public void The_reader_takes_lots_contracts_plans_and_buyers_without_a_complaint()
    {
        var people = Rows.Where(row => Type(row) == "Subject" && row.GetProperty("typeSupplier").GetInt32() == 3).ToHashSet();
        foreach (var row in Rows.Where(row => Type(row) is "Lots" or "Contract" or "PlnPoint" or "Subject" or "RefKato"
            && !people.Contains(row)))
            Assert.Null(PortalReader.Read(row, null).Rejection);
    }

    [Fact]
    public void Nothing_has_happened_after_the_last_day()
    {
        string[] moments = ["lastUpdateDate", "publishDate", "itogiDatePublic", "crdate", "signDate", "faktExecDate", "dateApply",
            "aktDate", "approveDate", "dateAction"];
        var rows = Read(new InventOptions { Lots = 1000, Seed = 8, From = new(2024, 11, 1), To = new(2025, 2, 10), Schemes = All(1) });
        foreach (var row in rows)
            foreach (var name in moments)
                if (row.TryGetProperty(name, out var moment) && moment.GetString() is { } at)
                    Assert.True(string.CompareOrdinal(at, "2025-02-11") < 0, $"{name} {row}");
    }

    [Fact]
    public void Amendments_follow_one_another_under_one_root()
    {
        var contracts = Rows.Where(row => Type(row) == "Contract").ToDictionary(Id);
        var amended = contracts.Values.Where(contract => contract.GetProperty("refContractTypeId").GetInt32() == 2).ToList();
        foreach (var contract in amended)
        {
            var parent = contracts[contract.GetProperty("parentId").GetInt64()];
            Assert.Equal(parent.GetProperty("rootId").GetInt64(), contract.GetProperty("rootId").GetInt64());
            Assert.EndsWith("/01", contract.GetProperty("contractNumberSys").GetString(), StringComparison.Ordinal);
            Assert.True(parent.GetProperty("contractSum").GetDecimal() >= contract.GetProperty("contractSum").GetDecimal(),
                "ordinary amendments never raise");
        }
    }

    [Fact]
    public void Rates_are_those_of_open_data()
    {
        var lots = Rows.Where(row => Type(row) == "Lots").ToList();
        Assert.Equal(20, lots.Select(lot => lot.GetProperty("TrdBuy").GetProperty("kato")[0].GetString()![..2]).Distinct().Count());
        InShare(lots, .65, .85, lot => lot.GetProperty("lotNumber").GetString()!.Contains("-ЗЦП", StringComparison.Ordinal));
        InShare(lots, .12, .25, lot => lot.GetProperty("lotNumber").GetString()!.Contains("-ОИ", StringComparison.Ordinal));
        InShare(lots, .40, .55, lot => lot.GetProperty("lotNumber").GetString()![^1] > '1');
        InShare(lots, .09, .15, lot => lot.GetProperty("plnPointKatoList").GetArrayLength() == 0);
        InShare(lots, .20, .45, lot => lot.GetProperty("nameKz").GetString() == lot.GetProperty("nameRu").GetString());
        InShare(lots, .03, .20, lot => lot.GetProperty("nameKz").ValueKind == JsonValueKind.Null);
        var offers = lots.Where(lot => lot.GetProperty("refBuyTradeMethodsId").GetInt32() == 3)
            .Select(lot => lot.GetProperty("amount").GetDecimal()).Order().ToList();
        Assert.InRange(offers[offers.Count / 2], 25_000, 80_000);
        var contracts = Rows.Where(row => Type(row) == "Contract").ToList();
        InShare(contracts, .07, .13, contract => contract.GetProperty("refContractTypeId").GetInt32() == 2);
        InShare(contracts, .12, .35, contract => contract.GetProperty("trdBuyId").GetInt64() == 0);
    }

    [Fact]
    public void Every_scheme_is_planted_as_often_as_asked_and_points_at_objects_that_are_there()
    {
        using var truth = new MemoryStream();
        var rows = Read(new InventOptions { Lots = 1200, Seed = 6, Schemes = All(2) }, truth);
        var there = rows.Where(row => Type(row) is "Lots" or "TrdBuy" or "Contract" or "Subject")
            .Select(row => (Type(row), row.GetProperty(Type(row) == "Subject" ? "pid" : "id").GetInt64())).ToHashSet();
        var planted = Lines(truth);
        Assert.All(planted.CountBy(row => row.GetProperty("scheme").GetString()!), pair => Assert.Equal(2, pair.Value));
        Assert.Equal(All(2).Count, planted.Select(row => row.GetProperty("scheme").GetString()).Distinct().Count());
        foreach (var thing in planted.SelectMany(row => row.GetProperty("objects").EnumerateArray()))
            Assert.Contains((thing.GetProperty("type").GetString()!, thing.GetProperty("id").GetInt64()), there);
    }

    private static Dictionary<string, int> All(int times) => new[]
    {
        "KZ-01", "KZ-02", "KZ-03", "KZ-04", "KZ-06", "KZ-07", "KZ-11", "KZ-12", "KZ-13", "KZ-15", "KZ-19", "KZ-20", "KZ-23", "KZ-25",
        "KZ-28", "KZ-31",
    }.ToDictionary(code => code, _ => times, StringComparer.Ordinal);

    private static void InShare(List<JsonElement> rows, double least, double most, Func<JsonElement, bool> belongs) =>
        Assert.InRange(rows.Count(belongs) / (double)rows.Count, least, most);

    private static string Hash(InventOptions options)
    {
        using var file = new MemoryStream();
        Invention.Lines(options, file);
        return Convert.ToHexString(SHA256.HashData(file.ToArray()));
    }

    private static List<JsonElement> Read(InventOptions options, Stream? truth = null)
    {
        using var file = new MemoryStream();
        Invention.Lines(options, file, truth);
        return Lines(file);
    }

    private static List<JsonElement> Lines(MemoryStream file)
    {
        file.Position = 0;
        using var reader = new StreamReader(file, leaveOpen: true);
        var rows = new List<JsonElement>();
        while (reader.ReadLine() is { } line)
            rows.Add(JsonElement.Parse(line));
        return rows;
    }

    private static string Type(JsonElement row) => row.GetProperty("__typename").GetString()!;

    private static long Id(JsonElement row) => row.GetProperty("id").GetInt64();
}
