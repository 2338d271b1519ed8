using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Tests.Channels.Telegram;
using Procurement;
using Xunit;

namespace Bot.Tests.Feeds;

/// <summary>The reference implementation of GraphQL finds nothing wrong with any question that we ask the portal.</summary>
public sealed class GraphQlRefereeTests
{
    private static readonly Wanted[] Cited =
    [
        new() { LotNumber = "81861406-ЗЦП1" }, new() { LotId = 42700127 }, new() { AnnouncementNumber = "17379679-1" },
        new() { AnnouncementId = 17379679 }, new() { ContractNumber = "970140002674/260023/00" }, new() { ContractId = 25610081 },
        new() { Bin = "020340002199" },
    ];

    [RefereeFact("graphql")]
    public async Task Every_question_holds_before_the_portals_schema()
    {
        var questions = await Questions();

        Assert.Equal(8 + 8 + Cited.Length, questions.Count);
        Assert.All((await Faults(questions)).EnumerateArray(), fault => Assert.Equal("null", fault.GetRawText()));
    }

    [RefereeFact("graphql")]
    public async Task The_referee_does_find_what_is_wrong()
    {
        var questions = new JsonArray(
            new JsonObject { ["query"] = "{ Lots { id fio } }", ["variables"] = new JsonObject() },
            new JsonObject
            {
                ["query"] = "query A($f: LotsFiltersInput) { Lots(filter: $f) { id } }",
                ["variables"] = new JsonObject { ["f"] = new JsonObject { ["nameDescriptionRu"] = new JsonArray("a") } },
            });

        Assert.All((await Faults(questions)).EnumerateArray(), fault => Assert.Equal(JsonValueKind.String, fault.ValueKind));
    }

    /// <summary>What really goes out: each feed from the start and from a cursor, and each number that a person may cite.</summary>
    private static async Task<JsonArray> Questions()
    {
        var questions = new JsonArray();
        using var http = new HttpClient(new ScriptedWire(async (request, token) =>
        {
            questions.Add(JsonNode.Parse(await request.Content!.ReadAsStringAsync(token)));
            return new HttpResponseMessage { Content = new StringContent("""{"errors":[{"message":"enough"}]}""") };
        }));
        var source = new OwsGraphQl(http, new Uri("https://portal.test/v3/graphql"));
        var day = new DateTimeOffset(2026, 7, 24, 0, 0, 0, TimeSpan.Zero);
        foreach (var feed in Enum.GetValues<Feed>().Where(source.Has))
            foreach (var after in new[] { null, "42700111" })
            {
                var query = new PortalQuery(feed) { From = day, To = day.AddDays(1), Year = 2026, AnnouncementId = 17379679 };
                await Assert.ThrowsAsync<PortalException>(() => source.Page(query with { After = after }, default));
            }
        foreach (var wanted in Cited)
            await Assert.ThrowsAsync<PortalException>(() => source.Find(wanted, default));
        return questions;
    }

    private static async Task<JsonElement> Faults(JsonArray questions)
    {
        var start = new ProcessStartInfo(RefereeFactAttribute.Node!, ["graphql.js"])
        {
            WorkingDirectory = RefereeFactAttribute.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var referee = Process.Start(start)!;
        var (output, errors) = (referee.StandardOutput.ReadToEndAsync(), referee.StandardError.ReadToEndAsync());
        var schema = await File.ReadAllTextAsync(Path.Combine(RefereeFactAttribute.Folder, "..", "Portal", "schema.graphql"));
        await referee.StandardInput.WriteAsync(new JsonObject { ["schema"] = schema, ["cases"] = questions }.ToJsonString());
        referee.StandardInput.Close();
        await referee.WaitForExitAsync();
        Assert.Equal("", await errors);
        return JsonDocument.Parse(await output).RootElement.GetProperty("faults");
    }
}
