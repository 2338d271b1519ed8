using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Bot.Tests.Channels.WhatsApp;

/// <summary>Buttons, lists, variables and the approval of templates.</summary>
public sealed class FakeTwilioContentTests
{
    [Theory]
    [InlineData(3, 20, 10, "delivered")]
    [InlineData(4, 20, 10, "undelivered 63021")]
    [InlineData(1, 21, 10, "undelivered 63021")]
    [InlineData(1, 20, 1024, "delivered")]
    [InlineData(1, 20, 1025, "undelivered 63021")]
    public async Task In_a_session_there_are_three_buttons_of_20_letters_under_1024(int buttons, int title, int body, string end)
    {
        await using var stage = await TwilioStage.Start();
        stage.Person.Says("hello");
        var content = stage.Twilio.AddContent("kk", "choice", new JsonObject
        {
            ["twilio/quick-reply"] = new JsonObject
            {
                ["body"] = "{{1}}",
                ["actions"] = new JsonArray([.. Enumerable.Range(0, buttons).Select(i => (JsonNode)new JsonObject
                {
                    ["type"] = "QUICK_REPLY",
                    ["title"] = $"{{{{t}}}}{i}",
                    ["id"] = $"id{i}",
                })]),
            },
        }, new JsonObject { ["1"] = "x", ["t"] = "x" });
        var variables = new JsonObject { ["1"] = new string('ә', body), ["t"] = new string('ә', title - 1) };
        Assert.Equal(end, await stage.EndOf((await stage.Send(("ContentSid", content), ("ContentVariables", variables.ToJsonString()))).Answer));
    }

    [Theory]
    [InlineData(10, 24, 72, "delivered")]
    [InlineData(1, 25, 72, "undelivered 63021")]
    [InlineData(1, 24, 73, "undelivered 63021")]
    public async Task A_list_holds_rows_of_24_and_72_letters(int rows, int title, int description, string end)
    {
        await using var stage = await TwilioStage.Start();
        var content = stage.Twilio.AddContent("kk", "list", List(rows), new JsonObject { ["t"] = "x", ["d"] = "x" });
        var variables = ("ContentVariables", new JsonObject { ["t"] = new string('ә', title - 1), ["d"] = new string('ә', description) }.ToJsonString());
        Assert.Equal("undelivered", (await stage.EndOf((await stage.Send(("ContentSid", content), variables)).Answer)).Split(' ')[0]);
        stage.Person.Says("hello");
        Assert.Equal(end, await stage.EndOf((await stage.Send(("ContentSid", content), variables)).Answer));
    }

    [Fact]
    public async Task Eleven_rows_or_buttons_are_no_content_at_all()
    {
        await using var stage = await TwilioStage.Start();
        var (status, _) = await Create(stage, new JsonObject { ["language"] = "kk", ["types"] = List(11) });
        Assert.Equal(400, status);
        (status, _) = await Create(stage, new JsonObject { ["language"] = "kk", ["types"] = List(10) });
        Assert.Equal(201, status);
    }

    [Theory]
    [InlineData("not JSON", 21656)]
    [InlineData("[]", 21656)]
    [InlineData("""{"1":""}""", 21656)]
    [InlineData("""{"1":null}""", 21656)]
    [InlineData("""{"1":5}""", 21656)]
    [InlineData("""{"1":"a\nb"}""", 21656)]
    [InlineData("""{"1":"a     b"}""", 21656)]
    [InlineData("""{"1":"a    b"}""", null)]
    [InlineData("""{"1":"people's"}""", null)]
    public async Task Variables_are_texts_in_one_line(string variables, int? code)
    {
        await using var stage = await TwilioStage.Start();
        var content = stage.Twilio.AddTemplate("ru", "news", "Новость: {{1}}.", "пример");
        var (_, answer) = await stage.Send(("ContentSid", content), ("ContentVariables", variables));
        Assert.Equal(code, answer["code"]?.GetValue<int>());
    }

    [Theory]
    [InlineData("{{1}} жаңалық бар.", "rejected")]
    [InlineData("Жаңалық: {{1}}", "rejected")]
    [InlineData("Сәлем, {{1}} {{2}}!", "rejected")]
    [InlineData("Сәлем, {{3}}!", "rejected")]
    [InlineData("Сәлем, {{1}}!", "received")]
    public async Task A_template_is_judged_by_its_text_and_then_by_people(string body, string status)
    {
        await using var stage = await TwilioStage.Start();
        var (_, content) = await Create(stage, new JsonObject
        {
            ["friendly_name"] = "news",
            ["language"] = "kk",
            ["variables"] = new JsonObject { ["1"] = "Дана", ["2"] = "Айгүл" },
            ["types"] = new JsonObject { ["twilio/text"] = new JsonObject { ["body"] = body } },
        });
        var sid = content["sid"]!.GetValue<string>();
        var (made, _) = await stage.Ask(HttpMethod.Post, $"/v1/Content/{sid}/ApprovalRequests/whatsapp", Json("""{"name":"news","category":"UTILITY"}"""));
        Assert.Equal(201, made);
        var (_, approval) = await stage.Ask(HttpMethod.Get, $"/v1/Content/{sid}/ApprovalRequests");
        Assert.Equal(status, approval["whatsapp"]!["status"]!.GetValue<string>());
        stage.Twilio.Judge(sid, "approved");
        var (_, list) = await stage.Ask(HttpMethod.Get, "/v1/ContentAndApprovals?PageSize=10");
        Assert.Equal("approved", Assert.Single(list["contents"]!.AsArray())!["approval_requests"]!["status"]!.GetValue<string>());
        Assert.Equal("kk", list["contents"]![0]!["language"]!.GetValue<string>());
        Assert.Null(list["meta"]!["next_page_url"]);
    }

    private static Task<(int Status, JsonNode Answer)> Create(TwilioStage stage, JsonObject content) =>
        stage.Ask(HttpMethod.Post, "/v1/Content", Json(content.ToJsonString()));

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static JsonObject List(int rows) => new()
    {
        ["twilio/list-picker"] = new JsonObject
        {
            ["body"] = "Қай мектеп?",
            ["button"] = "Таңдау",
            ["items"] = new JsonArray([.. Enumerable.Range(0, rows).Select(i => (JsonNode)new JsonObject
            {
                ["item"] = $"{{{{t}}}}{i}",
                ["id"] = $"row{i}",
                ["description"] = "{{d}}",
            })]),
        },
    };
}
