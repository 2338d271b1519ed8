using System.Net;
using System.Net.Http.Json;
using Bot.Tests.Storage;
using Xunit;

namespace Bot.Tests.Durability;

/// <summary>A disk without room refuses new words and says so; what was taken before is safe, and with room everything goes on.</summary>
[Collection(Processes.Name)]
[Trait("Catalogue", "F12")]
public sealed class FullDiskTests
{
    private const int Megabytes = 24, Letters = 40_000;

    [SmallDiskFact]
    public async Task A_full_disk_refuses_and_loses_nothing()
    {
        using var disk = SmallDisk.Make(Megabytes);
        var url = $"http://127.0.0.1:{WebKillTests.FreePort()}";
        await using var home = Home.On($"Data Source={Path.Combine(disk.Folder, "bot.db")}", $"--Web:Url={url}", "--Sample:Load=false");
        await home.StartReady();
        await using var page = await Browser.OfCitizen(url);
        await page.Say("/help");
        Assert.True(await Wait.For(() => page.Heard.Count == 1, TimeSpan.FromSeconds(20)));

        disk.Fill(leave: 400_000);
        var (taken, refusal) = await WriteUntilRefused(page.Http);
        disk.Fill(leave: 0);
        using var again = await page.Http.PostAsJsonAsync("/say", Letter(taken));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, again.StatusCode);
        Assert.Contains("I cannot save right now", refusal, StringComparison.Ordinal);
        Assert.True(home.Bot.IsAlive);

        disk.MakeRoom();
        await page.Say(Words(taken));
        await home.Settled();
        var everything = await home.Look(Opened.All);
        for (var number = 0; number <= taken; number++)
            Assert.Equal(2, everything.Split($"letter {number} ").Length);    // once, in the draft
    }

    private static async Task<(int Taken, string Refusal)> WriteUntilRefused(HttpClient http)
    {
        for (var number = 0; ; number++)
        {
            using var answer = await http.PostAsJsonAsync("/say", Letter(number));
            if (answer.StatusCode != HttpStatusCode.Accepted)
                return (number, await answer.Content.ReadAsStringAsync());
        }
    }

    private static object Letter(int number) => new { id = $"letter-{number:D8}", text = Words(number) };

    private static string Words(int number) => $"letter {number} " + new string('я', Letters / 20);
}
