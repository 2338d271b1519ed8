using System.Text;
using Bot.Channels;
using Bot.Conversation;
using Bot.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Bot.Tests.Sending;

/// <summary>What waits on the disk while the database is away: sealed, in order, never lost and never in the way.</summary>
public sealed class SpoolTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bot-spool-").FullName;
    private readonly TestClock clock = new(new DateTimeOffset(2026, 3, 2, 4, 0, 0, TimeSpan.Zero));
    private readonly List<string> taken = [];
    private readonly Spool spool;

    public SpoolTests() => spool = Open();

    [Fact]
    public async Task Comes_out_as_it_came_in_also_within_one_moment_and_after_a_restart()
    {
        for (var number = 0; number < 25; number++)
        {
            spool.Put("whatsapp", Encoding.UTF8.GetBytes($"message\n{number}"));
            if (number % 10 == 9)
                clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.False(spool.IsEmpty);
        Assert.Equal(25, await Open().Drain(Take));
        Assert.Equal(Enumerable.Range(0, 25).Select(number => $"whatsapp: message\n{number}"), taken);
        Assert.True(spool.IsEmpty);
    }

    [Fact]
    public async Task What_the_store_refuses_stays_with_all_that_is_behind_it()
    {
        foreach (var text in new[] { "first", "second", "third" })
            spool.Put("whatsapp", Encoding.UTF8.GetBytes(text));

        await Assert.ThrowsAsync<StoreUnavailableException>(() => spool.Drain((channel, payload) =>
            taken.Count == 1 ? throw new StoreUnavailableException("away") : Take(channel, payload)));
        await spool.Drain(Take);

        Assert.Equal(["whatsapp: first", "whatsapp: second", "whatsapp: third"], taken);
    }

    [Fact, Trait("Catalogue", "S10")]
    public void Nobody_reads_it_on_the_disk()
    {
        spool.Put("whatsapp", "канарейка +77010000001"u8);

        var bytes = Encoding.UTF8.GetString(File.ReadAllBytes(Assert.Single(Directory.GetFiles(folder, "*.sealed"))));
        Assert.DoesNotContain("канарейка", bytes, StringComparison.Ordinal);
        Assert.DoesNotContain("whatsapp", bytes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_torn_file_is_put_aside_and_holds_up_nobody()
    {
        spool.Put("whatsapp", "torn"u8);
        var torn = Directory.GetFiles(folder, "*.sealed")[0];
        await File.WriteAllBytesAsync(torn, (await File.ReadAllBytesAsync(torn))[..^3]);
        await File.WriteAllBytesAsync(Path.Combine(folder, "0000000000000000001-0000001.half"), [1, 2]);    // a process was killed here
        spool.Put("whatsapp", "whole"u8);
        await spool.Drain(Take);

        Assert.Equal(["whatsapp: whole"], taken);
        Assert.Single(Directory.GetFiles(folder, "*.broken"));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Spool Open() => new(new SpoolSettings { Folder = folder }, new Seal(KeyRing.Open(Path.Combine(folder, "bot.key"))), clock, NullLogger<Spool>.Instance);

    private Task Take(string channel, byte[] payload)
    {
        taken.Add($"{channel}: {Encoding.UTF8.GetString(payload)}");
        return Task.CompletedTask;
    }
}
