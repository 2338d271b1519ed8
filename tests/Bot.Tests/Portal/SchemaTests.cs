using System.Diagnostics;
using System.Text.Json.Nodes;
using Bot.Tests.Channels.Telegram;
using Fakes.Portal;
using Xunit;

namespace Bot.Tests.Portal;

/// <summary>The fake portal is as strict about its schema as the reference implementation of GraphQL.</summary>
public sealed class SchemaTests
{
    private static readonly (string Query, string? Variables)[] Good =
    [
        ("{ Lots { id } }", null),
        ("query { Lots(limit: 5, after: 7) { id __typename TrdBuy { id Lots { id } } } }", null),
        (
            "query L($filter: LotsFiltersInput, $limit: Int, $after: Int) "
            + "{ Lots(filter: $filter, limit: $limit, after: $after) { id lotNumber plnPointKatoList } }",
            """{"filter":{"lastUpdateDate":["2026-07-24 00:00:00","2026-07-24 23:59:59"],"id":5,"amount":[1.5]},"limit":200}"""),
        ("query($id: [Int]) { TrdBuy(filter: {id: $id}) { id kato Cancel { dateDecision } Pause { lots { id } } } }", """{"id":[1,2]}"""),
        ("query($id: [Int]) { TrdBuy(filter: {id: $id}) { id } }", """{"id":1}"""),
        ("query($b: Int) { TrdApp(filter: {buyId: $b}) { id AppLots { lotId Offers { price } RefAppStatus { nameRu } } } }", """{"b":5}"""),
        ("query($b: Int = 4) { TrdApp(filter: {buyId: $b}) { id } }", null),
        ("query($b: String) { Rnu(filter: {supplierBiin: $b}) { id Detail { founders { head_type } } } }", "{}"),
        ("query($f: PlansFiltersInput) { Plans(filter: $f) { id, rootrecordId } } # a remark",
            """{"f":{"plnPointYear":2026,"isDeleted":null}}"""),
        ("{ Lots(filter: {lotNumber: \"81861406-ЗЦП1\", refLotStatusId: [210, 220]}) { id } Rnu { id } }", null),
    ];

    private static readonly (string Query, string? Variables)[] Bad =
    [
        ("{ Lots }", null), ("{ Lots { } }", null), ("{ Lots { id ", null), ("{ lots { id } }", null), ("{ Lots { bogus } }", null),
        ("{ Lots { id { x } } }", null), ("{ Lots { TrdBuy } }", null), ("{ Lots { TrdBuy { bogus } } }", null),
        ("{ Lots(bogus: 1) { id } }", null), ("{ Lots(limit: \"5\") { id } }", null), ("{ Lots(limit: 1.5) { id } }", null),
        ("{ Lots(limit: [5]) { id } }", null),
        ("{ Lots(after: 3000000000) { id } }", null), ("{ Lots(filter: {bogus: 1}) { id } }", null),
        ("{ Lots(filter: {lotNumber: 5}) { id } }", null),
        ("{ Lots(filter: {nameDescriptionRu: [\"a\"]}) { id } }", null),
        ("{ Lots(filter: {lastUpdateDate: {gte: \"2026\"}}) { id } }", null), ("{ Lots(filter: 5) { id } }", null),
        ("query($a: Int) { Lots { id } }", null), ("{ Lots(limit: $a) { id } }", null),
        ("query($a: String) { Lots(limit: $a) { id } }", null),
        ("query($b: [Int]) { TrdApp(filter: {buyId: $b}) { id } }", """{"b":[5]}"""), ("query($f: Lots) { Lots(filter: $f) { id } }", null),
        ("query($f: Bogus) { Lots(filter: $f) { id } }", null),
        ("query($f: LotsFiltersInput) { Lots(filter: $f) { id } }", """{"f":{"bogus":1}}"""),
        ("query($f: LotsFiltersInput) { Lots(filter: $f) { id } }", """{"f":{"nameDescriptionRu":["a"]}}"""),
        ("query($f: LotsFiltersInput) { Lots(filter: $f) { id } }", """{"f":{"trdBuyId":"17"}}"""),
        ("query($f: LotsFiltersInput) { Lots(filter: $f) { id } }", """{"f":{"amount":["1"]}}"""),
        ("query($b: Int!) { TrdApp(filter: {buyId: $b}) { id } }", "{}"), ("query($a: Int, $a: Int) { Lots(limit: $a) { id } }", null),
        ("mutation { Lots { id } }", null), ("{ Lots(limit: 5, limit: 6) { id } }", null), ("{ Lots(limit: ) { id } }", null), ("", null),
        ("{ Lots(filter: \"x) { id } }", null),
        ("{ Journal { id } }", null), ("{ TrdApp(filter: {buyId: [1]}) { id } }", null),
    ];

    public static TheoryData<string, string?, bool> Cases
    {
        get
        {
            var cases = new TheoryData<string, string?, bool>();
            foreach (var (query, variables) in Good)
                cases.Add(query, variables, true);
            foreach (var (query, variables) in Bad)
                cases.Add(query, variables, false);
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_question_is_answered_or_refused(string query, string? variables, bool isGood)
    {
        await using var portal = await FakePortal.Start();
        using var asking = new Asking(portal);
        var fault = await asking.FaultOf(query, variables is null ? null : JsonNode.Parse(variables));
        Assert.True(isGood == fault is null, fault ?? "answered");
    }

    [RefereeFact("graphql")]
    public async Task The_reference_implementation_says_the_same()
    {
        var cases = new JsonArray([.. Good.Concat(Bad).Select(one => (JsonNode)new JsonObject
        {
            ["query"] = one.Query, ["variables"] = one.Variables is null ? null : JsonNode.Parse(one.Variables),
        })]);
        var schema = await File.ReadAllTextAsync(Path.Combine(RefereeFactAttribute.Folder, "..", "Portal", "schema.graphql"));
        var said = JsonNode.Parse(await Run(new JsonObject { ["schema"] = schema, ["cases"] = cases }))!;

        Assert.Equal("[]", said["schema"]!.ToJsonString());
        var faults = said["faults"]!.AsArray();
        for (var i = 0; i < faults.Count; i++)
            Assert.True(i < Good.Length == faults[i] is null, $"{cases[i]!["query"]}: {faults[i] ?? "no fault"}");
    }

    private static async Task<string> Run(JsonObject input)
    {
        using var node = Process.Start(new ProcessStartInfo(RefereeFactAttribute.Node!, "graphql.js")
        {
            WorkingDirectory = RefereeFactAttribute.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, errors) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.StandardInput.WriteAsync(input.ToJsonString());
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        Assert.Equal("", await errors);
        return await output;
    }
}
