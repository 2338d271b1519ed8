using System.IO.Compression;
using System.Text.Json;
using Xunit;

namespace Bot.Tests.Operations;

/// <summary>match and eval over files, as the built program does them.</summary>
public sealed class MatchFileTests : IDisposable
{
    private const string Lots = """
        {"id": 11, "no": "70000011-ЗЦП1", "name_ru": "Уголь каменный", "desc_ru": "для котельной", "bin": "990240002989", "cust_ru": "КГУ \"Средняя школа №12 города Тараз\"", "kato": "311010000", "unit": 30000.0, "count": 120, "amount": 3600000.0, "date": "2026-02-20", "method": "ЗЦП"}
        {"id": 12, "no": "70000012-ОК1", "name_ru": "Работы по ремонту кровли", "name_kz": "", "cust_ru": "ГККП \"Ясли-сад №47 города Актобе\"", "kato": "", "unit": null, "count": 1, "amount": 9800000}
        """;

    private const string Tips = """
        {"id": "t1", "lang": "ru", "text": "Тараз, 12 школа, уголь плохой привезли за 3,6 млн", "lots": [11], "kind": "full"}
        {"id": "t2", "lang": "kk", "text": "Ақтөбе 47 бақша шатыр жөндеу", "lots": [12], "kind": "noamt"}
        {"id": "t3", "lang": "en", "text": "xyz xyz xyz", "lots": [], "kind": "none-far"}
        {"id": "t4", "lang": "ru", "text": "лот 70000012, что это", "lots": [12], "kind": "abbr"}
        """;

    private readonly BotProcess bot = new();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task Each_tip_is_answered_by_one_line()
    {
        var ending = await bot.Run("match", "--lots", bot.Write("lots.jsonl", Lots), "--tips", bot.Write("tips.jsonl", Tips));

        Assert.Equal(0, ending.Code);
        var answers = ending.Output.Trim().Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["t1", "t2", "t3", "t4"], answers.Select(answer => answer.GetProperty("id").GetString()));
        Assert.All(answers, answer => Assert.Equal(["id", "found", "confidence", "lots", "ms"], answer.EnumerateObject().Select(field => field.Name)));
        Assert.Equal([11, 12, 12], new[] { 0, 1, 3 }.Select(at => answers[at].GetProperty("lots")[0].GetProperty("id").GetInt64()));
        Assert.Equal([false, true], new[] { 2, 3 }.Select(at => answers[at].GetProperty("found").GetBoolean()));
        Assert.Empty(answers[2].GetProperty("lots").EnumerateArray());
        Assert.Contains(answers[0].GetProperty("lots")[0].GetProperty("evidence").EnumerateArray(), reason =>
            reason.GetProperty("kind").GetString() == "organisationNumber" && reason.GetProperty("words").GetString() == "12");
        Assert.InRange(answers[3].GetProperty("confidence").GetDouble(), 0.9, 1);    // a plan number is known by the index alone
        Assert.Matches(@"^2 lots built in .* lots/s, \d+ bytes per lot\n4 tips: p50 .* ms, p99 .* ms, \d+ tips/s on one thread\n$", ending.Errors);
    }

    [Fact]
    public async Task Packed_lots_and_places_of_ones_own_are_read()
    {
        await using (var packed = new GZipStream(File.Create(bot.PathOf("lots.gz")), CompressionMode.Compress))
            await packed.WriteAsync(System.Text.Encoding.UTF8.GetBytes("\uFEFF" + Lots));
        bot.Write("places.csv", "kato,level,name_ru,name_kk\n311010000,city,\"г.Тараз, центр\",Тараз қ.\n");
        bot.Write("tips.jsonl", Tips);

        var ending = await bot.Run("match", "--lots", "lots.gz", "--tips", "tips.jsonl", "--places", "places.csv");

        Assert.Equal((0, 4), (ending.Code, ending.Output.Trim().Split('\n').Length));
    }

    [Fact]
    public async Task Lots_as_the_register_gives_them_are_read_too()
    {
        var tips = bot.Write("tips.jsonl", """{"id": 1, "text": "В Зубовской школе оформили ОГПО за 46 тысяч"}""");

        var ending = await bot.Run("match", "--lots", Path.Combine(Repository.Root, "src/Bot/Sample/lots-2026-02.jsonl.gz"), "--tips", tips);

        Assert.StartsWith("2016 lots built", ending.Errors, StringComparison.Ordinal);
        Assert.Equal(("1", 40259674), (ending.Json.GetProperty("id").GetString(), ending.Json.GetProperty("lots")[0].GetProperty("id").GetInt64()));
    }

    [Fact]
    public async Task The_index_is_kept_until_the_lots_change()
    {
        string[] words = ["match", "--lots", bot.Write("lots.jsonl", Lots), "--tips", bot.Write("tips.jsonl", Tips), "--index", "lots.index"];

        var built = await bot.Run(words);
        var opened = await bot.Run(words);
        bot.Write("lots.jsonl", Lots.Split('\n')[0]);
        var others = await bot.Run(words);
        bot.Write("lots.index", "something else");
        var broken = await bot.Run(words);

        Assert.Equal([0, 0, 0, 0], new[] { built, opened, others, broken }.Select(ending => ending.Code));
        Assert.Equal(["2 lots built", "2 lots opened", "1 lots built", "1 lots built"],
            new[] { built, opened, others, broken }.Select(ending => string.Join(' ', ending.Errors.Split(' ').Take(3))));
        Assert.Equal(Untimed(built), Untimed(opened));

        static string Untimed(Ending ending) => System.Text.RegularExpressions.Regex.Replace(ending.Output, "\"ms\":[0-9.]+", "");
    }

    [Fact]
    public async Task Answers_are_scored()
    {
        bot.Write("tips.jsonl", Tips);
        var answers = bot.Write("answers.jsonl", """
            {"id": "t1", "found": true, "confidence": 0.9, "lots": [{"id": 11, "score": 0.9}], "ms": 2}
            {"id": "t2", "found": false, "confidence": 0.3, "lots": [{"id": "11"}, {"id": "12"}], "ms": 4.5}
            {"id": "t3", "found": true, "confidence": 0.6, "lots": [{"id": 11}], "ms": 1}
            """);

        var ending = await bot.Run("eval", "--answers", answers, "--tips", "tips.jsonl");

        Assert.Equal(0, ending.Code);
        var all = ending.Json.GetProperty("recall")[0];
        Assert.Equal((3, 1 / 3.0, 2 / 3.0, 0.5), (all.GetProperty("tips").GetInt32(), all.GetProperty("first").GetDouble(),
            all.GetProperty("amongFive").GetDouble(), all.GetProperty("meanReciprocal").GetDouble()));
        Assert.Equal((1, 1), (ending.Json.GetProperty("falseFinds").GetInt32(), ending.Json.GetProperty("withoutLot").GetInt32()));
        Assert.Equal((0.01 + 0.09 + 0.36) / 3, ending.Json.GetProperty("brier").GetDouble(), 9);
        Assert.Equal(1 / 3.0, ending.Json.GetProperty("atFivePercent").GetProperty("answered").GetDouble());
        Assert.Contains("lang ru            n=   2  R@1 0.500  R@5 0.500  MRR 0.500\n", ending.Errors, StringComparison.Ordinal);
        Assert.Contains("answered 0.333  right first among answered 1.000  false finds 1/1\n", ending.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("match", "match needs --text TEXT, or --lots FILE and --tips FILE. Try --help.")]
    [InlineData("match --lots lots.jsonl", "match needs --text TEXT, or --lots FILE and --tips FILE. Try --help.")]
    [InlineData("match --text x --tips tips.jsonl", "match needs --text TEXT, or --lots FILE and --tips FILE. Try --help.")]
    [InlineData("match --lots nowhere --tips tips.jsonl", "There is no file nowhere.")]
    [InlineData("match --lots lots.jsonl --tips empty", "There are no tips in empty.")]
    [InlineData("match --lots empty --tips tips.jsonl", "There are no lots in empty.")]
    [InlineData("match --lots tips.jsonl --tips tips.jsonl", "tips.jsonl, line 1: a lot needs an id, a whole number.")]
    [InlineData("match --lots broken --tips tips.jsonl", "broken, line 3: it is not a JSON object of this kind.")]
    [InlineData("match --lots lots.jsonl --tips broken", "broken, line 3: it is not a JSON object of this kind.")]
    [InlineData("match --lots lots.jsonl --tips lots.jsonl", "lots.jsonl: the tip 11 has no text.")]
    [InlineData("match --lots lots.jsonl --tips tips.jsonl --places lots.jsonl", "lots.jsonl, line 1: a table of places needs the columns kato, name_ru and name_kk.")]
    [InlineData("eval --answers nowhere --tips tips.jsonl", "There is no file nowhere.")]
    [InlineData("eval --answers empty --tips tips.jsonl", "There are no answers in empty.")]
    [InlineData("eval --answers unsure --tips tips.jsonl", "unsure, line 1: confidence is between 0 and 1.")]
    [InlineData("eval --tips tips.jsonl", "Option '--answers' is required. Try --help.")]
    public async Task A_bad_file_ends_with_2_and_one_clear_line(string words, string line)
    {
        bot.Write("lots.jsonl", Lots);
        bot.Write("tips.jsonl", Tips);
        bot.Write("empty", "\n");
        bot.Write("broken", "{\"id\": 1, \"text\": \"x\"}\n\n{\"id\": 2, \"name_ru\"\n");
        bot.Write("unsure", "{\"id\": \"t1\", \"confidence\": 70}\n");

        var ending = await bot.Run(words.Split(' '));

        Assert.Equal((2, "", line), (ending.Code, ending.Output, ending.OnlyLine));
    }
}
