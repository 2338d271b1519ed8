using System.Text.Json;
using Xunit;

namespace Bot.Tests.Operations;

/// <summary>The shapes of what the verbs print, for programs that read them. They share one store with the sample in it.</summary>
public sealed class VerbTests(BotProcess bot) : IClassFixture<BotProcess>
{
    [Fact]
    public async Task Import_prints_one_line_for_each_file()
    {
        var lots = Path.Combine(Repository.Root, "tests/Library.Tests/Procurement/fixtures/later-lots.jsonl");
        var broken = bot.Write("broken.jsonl", "{\"nothing\":1}\nnot JSON\n");

        var first = await bot.Run("import", lots, broken);
        var again = await bot.Run("import", lots);

        Assert.Equal((0, 0), (first.Code, again.Code));
        var lines = first.Output.Trim().Split('\n');
        Assert.Equal("""{"file":"later-lots.jsonl","inserted":3,"updated":0,"unchanged":0,"rejected":[]}""", lines[0]);
        using var second = JsonDocument.Parse(lines[1]);
        Assert.Equal([1, 2], second.RootElement.GetProperty("rejected").EnumerateArray().Select(line => line.GetProperty("line").GetInt32()));
        Assert.All(second.RootElement.GetProperty("rejected").EnumerateArray(), line => Assert.NotEqual("", line.GetProperty("reason").GetString()));
        Assert.Equal("""{"file":"later-lots.jsonl","inserted":0,"updated":0,"unchanged":3,"rejected":[]}""", again.Output.Trim());
    }

    [Fact]
    public async Task Match_prints_candidates_with_evidence_and_confidence()
    {
        var found = (await bot.Run("match", "--text", "В Зубовской школе оформили ОГПО за 46 тысяч")).Json;

        var candidate = found.GetProperty("candidates")[0];
        Assert.Equal("85654090-ЗЦП1", candidate.GetProperty("lot").GetString());
        Assert.InRange(candidate.GetProperty("confidence").GetDouble(), 0, 1);
        Assert.Contains(candidate.GetProperty("evidence").EnumerateArray(), reason => reason.GetProperty("kind").GetString() == "place"
            && reason.GetProperty("words").GetString() == "Зубовской" && reason.GetProperty("agrees").GetBoolean());
    }

    [Fact]
    public async Task Risk_prints_every_finding_whole()
    {
        var report = (await bot.Run("risk", "85605933-ЗЦП1")).Json;

        var findings = report.GetProperty("findings").EnumerateArray().ToDictionary(finding => finding.GetProperty("code").GetString()!, finding => finding);
        Assert.Equal(Enumerable.Range(1, 34).Select(number => $"KZ-{number:00}"), findings.Keys.Order());
        Assert.All(findings.Values, finding => Assert.All(["state", "value", "threshold", "benchmark", "evidence", "missing"],
            name => Assert.True(finding.TryGetProperty(name, out _), name)));
        Assert.Equal("fired", findings["KZ-20"].GetProperty("state").GetString());
        Assert.Equal("notEvaluable", findings["KZ-01"].GetProperty("state").GetString());
    }

    [Fact]
    public async Task Doctor_is_well_with_the_sample()
    {
        await bot.Run("match", "--text", "x");

        var report = await bot.Run("doctor");

        Assert.Equal((0, true), (report.Code, report.Json.GetProperty("isWell").GetBoolean()));
    }

    [Fact]
    public async Task Keys_are_rotated_and_pruned()
    {
        string[] apart = ["--Keys:File=used.key", "--ConnectionStrings:Bot=Data Source=used.db"];
        await bot.Run(["invite", .. apart]);
        var rotated = (await bot.Run(["keys", "rotate", .. apart])).Json;
        var pruned = (await bot.Run(["keys", "prune", .. apart])).Json;

        Assert.Equal((2, 2), (rotated.GetProperty("keys").GetInt32(), rotated.GetProperty("newest").GetInt32()));
        Assert.Equal((1, 2), (pruned.GetProperty("keys").GetInt32(), pruned.GetProperty("newest").GetInt32()));
        Assert.Equal(0, (await bot.Run(["invite", .. apart])).Code);
    }

    [Fact]
    public async Task Invitations_name_the_address_that_people_know()
    {
        var link = (await bot.Run("invite", "--Web:PublicUrl=https://tips.example.kz/")).Json.GetProperty("link").GetString();

        Assert.Matches("^https://tips\\.example\\.kz/triage\\?key=[0-9a-f]{32}$", link);
    }
}
