using System.Diagnostics;
using Xunit;

namespace Bot.Tests.Durability;

/// <summary>The program itself saves its index and starts from it, after a stop and after kill -9.</summary>
[Collection(Processes.Name)]
public sealed class SavedIndexTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task The_program_saves_its_index_and_starts_from_it()
    {
        await using var home = await Home.MakeSmall();
        var file = Path.Combine(home.Folder, "data", "bot.index");
        await home.StartReady();
        Assert.Equal(0, await Stop(home.Bot));
        Assert.True(File.Exists(file));
        Assert.Equal((1, 0), (Times(home, "Index built: 1 lots"), Times(home, "Index opened: ")));

        await home.StartReady();
        await home.Kill();
        await home.StartReady();
        Assert.Equal(0, await Stop(home.Bot));

        Assert.Equal((1, 2), (Times(home, "Index built: 1 lots"), Times(home, "Index opened: 1 lots")));
        Assert.Equal(["bot.index", "bot.population"], Directory.EnumerateFiles(Path.GetDirectoryName(file)!).Select(Path.GetFileName).Order());
        Assert.Equal((3, 2), (Times(home, "Population ready, "), Times(home, "Population ready, 0 documents")));    // read once, then opened
    }

    [Fact]
    public async Task A_program_that_is_killed_before_its_stop_has_saved_what_it_had_built()
    {
        await using var home = await Home.MakeSmall();
        await home.StartReady();
        Assert.True(await Wait.For(() => Times(home, "Index saved: 1 lots") > 0, Patience));
        await home.Kill();

        await home.StartReady();

        Assert.Equal(1, Times(home, "Index opened: 1 lots"));
    }

    /// <summary>As systemd does it.</summary>
    private static async Task<int> Stop(RealBot bot)
    {
        using var kill = Process.Start("kill", ["-TERM", $"{bot.Number}"]);
        return await bot.End();
    }

    private static int Times(Home home, string words) => Directory.EnumerateFiles(home.Logs).Sum(path =>
    {
        using var log = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return log.ReadToEnd().Split(words).Length - 1;
    });
}
