using System.Security.Cryptography;
using System.Text;
using Bot.Storage;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Bot.Tests.Storage;

/// <summary>What is sealed opens again, whole, and only when nobody has touched it.</summary>
public sealed class SealTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bot-seal-").FullName;
    private readonly Seal seal;
    private readonly KeyRing keys;

    public SealTests()
    {
        keys = KeyRing.Open(Path.Combine(folder, "bot.key"));
        seal = new Seal(keys);
    }

    [Fact]
    public void Whatever_is_closed_opens_as_it_was() =>
        Prop.ForAll<byte[]>(bytes => seal.OpenBytes(seal.Close(bytes)).SequenceEqual(bytes)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("Эмаль, сыр, қой 🐑 \u0000 \u202e עברית")]
    public void Texts_open_as_they_were(string text) => Assert.Equal(text, seal.Open(seal.Close(text)));

    [Fact]
    public void The_same_text_never_looks_the_same_and_never_shows_through()
    {
        var (one, other) = (seal.Close("the roof leaks"), seal.Close("the roof leaks"));

        Assert.NotEqual(one.Bytes, other.Bytes);
        Assert.DoesNotContain("roof", Encoding.Latin1.GetString(one.Bytes));
    }

    [Fact]
    public void A_change_of_any_byte_is_noticed()
    {
        var box = seal.Close("forty thousand").Bytes;
        for (var at = 0; at < box.Length; at++)
        {
            var changed = box.ToArray();
            changed[at] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => seal.Open(new Sealed(changed)));
        }

        for (var length = 1; length < box.Length; length++)
            Assert.ThrowsAny<CryptographicException>(() => seal.Open(new Sealed(box[..length])));
    }

    [Fact]
    public void After_a_rotation_the_old_opens_and_wants_sealing_anew()
    {
        var old = seal.Close("before");
        keys.Rotate();
        var fresh = seal.Close("after");

        Assert.Equal(("before", "after"), (seal.Open(old), seal.Open(fresh)));
        Assert.Equal((true, false, false), (seal.IsOld(old), seal.IsOld(fresh), seal.IsOld(Sealed.Nothing)));

        keys.Prune();

        Assert.Equal("after", seal.Open(fresh));
        Assert.ThrowsAny<CryptographicException>(() => seal.Open(old));
    }

    [Fact]
    public void A_signature_holds_for_its_purpose_and_text_alone()
    {
        var signature = seal.Sign("button", "a");

        Assert.True(seal.IsSignature(signature, "button", "a"));
        Assert.False(seal.IsSignature(signature, "button", "b"));
        Assert.False(seal.IsSignature(signature, "link", "a"));
        Assert.False(seal.IsSignature("", "button", "a"));
        Assert.Equal(11, signature.Length);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
