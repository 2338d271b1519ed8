using Bot.Storage;
using Bot.Tests.Durability;
using Bot.Tips;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Storage;

/// <summary>The verbs `keys rotate` and `keys prune`, and a key file that is not this database's.</summary>
[Collection(Processes.Name)]
public sealed class RotationTests
{
    private const string Words = "the roof leaks";

    [Fact]
    public async Task Everything_stays_readable_when_keys_are_rotated_and_old_ones_forgotten()
    {
        await using var home = await Home.Make();
        await home.Look(Fill);

        var (rotated, told) = await home.Run("keys", "rotate");
        Assert.Equal((0, true), (rotated, told.Contains("\"keys\": 2", StringComparison.Ordinal)));
        Assert.Equal(Words, await home.Look(Read));
        Assert.Equal(0, await home.Look(Old));

        Assert.Equal(0, (await home.Run("keys", "prune")).Code);
        Assert.Equal(1, await home.Look((_, _) => Task.FromResult(KeyRing.Open(home.KeyFile).Count)));
        Assert.Equal(Words, await home.Look(Read));
        await home.StartReady();
    }

    [Fact]
    public async Task A_key_file_of_somebody_else_or_an_old_copy_is_refused_at_start()
    {
        await using var home = await Home.Make();
        await home.Look(Fill);
        var (mine, copy) = (home.KeyFile + ".mine", home.KeyFile + ".copy");
        File.Copy(home.KeyFile, copy);
        await home.Run("keys", "rotate");
        File.Move(home.KeyFile, mine);

        KeyRing.Open(home.KeyFile);    // new keys
        await IsRefused(home);
        File.Move(copy, home.KeyFile, overwrite: true);    // the keys as they were before the rotation
        await IsRefused(home);
        File.WriteAllText(home.KeyFile, "hash\n");
        Assert.Contains("Restore it from your backup", (await home.Run("doctor")).Output, StringComparison.Ordinal);

        File.Move(mine, home.KeyFile, overwrite: true);
        await home.StartReady();
        Assert.Equal(Words, await home.Look(Read));
    }

    private static async Task IsRefused(Home home)
    {
        home.Start();
        Assert.Equal(1, await home.Bot.End());
        Assert.Contains($"The key file {home.KeyFile} does not belong to this database.", home.Bot.Output, StringComparison.Ordinal);
    }

    private static async Task<int> Fill(BotDb db, Seal seal)
    {
        for (var number = 1; number <= 450; number++)    // more than two pages
            db.Tips.Add(new Tip
            {
                Id = Guid.CreateVersion7(),
                Number = number,
                PersonId = null,
                Language = "en",
                ReceiptHash = $"{number}",
                Receipt = seal.Close($"{number:D16}"),
                Text = seal.Close(Words),
                LotId = null,
                FiledAt = Mail.Start,
            });
        db.Inbox.Add(new InboxEntry
        {
            Channel = "web",
            ExternalId = "1",
            Lane = "A",
            Payload = seal.Close("{}"),
            State = InboxState.SetAside,
            ReceivedAt = Mail.Start,
            NotBefore = Mail.Start,
        });
        return await db.SaveChangesAsync();
    }

    private static async Task<string> Read(BotDb db, Seal seal) =>
        (await db.Tips.ToListAsync()).Select(tip => (seal.Open(tip.Text), seal.Open(tip.Receipt))).Select(pair => pair.Item1).Distinct().Single();

    private static async Task<int> Old(BotDb db, Seal seal) =>
        (await db.Tips.ToListAsync()).Count(tip => seal.IsOld(tip.Text) || seal.IsOld(tip.Receipt))
            + (await db.Inbox.ToListAsync()).Count(entry => seal.IsOld(entry.Payload));
}
