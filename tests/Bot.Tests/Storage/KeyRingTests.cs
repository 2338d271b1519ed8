using Bot.Storage;
using Xunit;

namespace Bot.Tests.Storage;

/// <summary>The file of keys: for its owner alone, made once, never half written, refused when it is not whole.</summary>
public sealed class KeyRingTests : IDisposable
{
    private const string Key = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=", ShortKey = "MDEyMzQ1Njc4OTAx";
    private readonly string folder = Directory.CreateTempSubdirectory("bot-keys-").FullName;

    private string File => Path.Combine(folder, "deep", "bot.key");

    [Fact]
    public void Only_the_owner_can_read_the_file_after_every_change()
    {
        if (OperatingSystem.IsWindows())
            return;    // a user's folder is closed there already
        var ring = KeyRing.Open(File);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        ring.Rotate();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        ring.Prune();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        Assert.Single(Directory.EnumerateFiles(Path.GetDirectoryName(File)!));    // no drafts stay behind
    }

    [Fact]
    public void Many_that_begin_at_the_same_moment_have_the_same_keys()
    {
        var rings = new KeyRing[16];
        Parallel.For(0, rings.Length, number => rings[number] = KeyRing.Open(File));

        Assert.Single(rings.Select(ring => ring.Fingerprint + ring.FingerprintOf(1)).Distinct());
        Assert.Single(Directory.EnumerateFiles(Path.GetDirectoryName(File)!));
    }

    [Fact]
    public void A_running_service_follows_a_rotation_that_another_process_made()
    {
        var (running, other) = (KeyRing.Open(File), KeyRing.Open(File));
        var before = new Seal(running).Close("before");

        other.Rotate();
        System.IO.File.SetLastWriteTimeUtc(File, DateTime.UtcNow.AddSeconds(1));

        Assert.Equal("new", new Seal(running).Open(new Seal(other).Close("new")));
        Assert.True(new Seal(running).IsOld(before));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense\n")]
    [InlineData("hash " + Key + "\n")]
    [InlineData("seal 1 " + Key + "\n")]
    [InlineData("hash " + ShortKey + "\nseal 1 " + Key + "\n")]
    [InlineData("hash " + Key + "\nseal one " + Key + "\n")]
    [InlineData("hash " + Key + "\nseal 1 " + Key + Key + "\n")]
    public void A_file_that_is_not_whole_is_refused_with_what_to_do(string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllText(File, content);

        var refused = Assert.Throws<InvalidOperationException>(() => KeyRing.Open(File));

        Assert.Contains("Restore it from your backup", refused.Message, StringComparison.Ordinal);
        Assert.Equal(content, System.IO.File.ReadAllText(File));    // never overwritten
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
