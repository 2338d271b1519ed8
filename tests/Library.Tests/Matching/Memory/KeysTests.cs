using Matching.Memory;
using Xunit;

namespace Library.Tests.Matching.Memory;

public class KeysTests
{
    /// <summary>As it was when files were first saved: when it changes, so must the version of the file.</summary>
    private const ulong Known = 13086915275393028941;

    [Fact]
    public void The_same_texts_have_the_same_key() =>
        Assert.Equal(Keys.Of("Средняя школа", null, "12"), Keys.Of(string.Concat("Средняя ", "школа"), null, "12"));

    [Fact]
    public void The_key_is_the_same_in_every_process() => Assert.Equal(Known, Keys.Of("Мектеп", "школа"));

    [Fact]
    public void Order_and_borders_and_what_is_absent_matter()
    {
        ulong[] keys =
        [
            Keys.Of("а", "б"), Keys.Of("б", "а"), Keys.Of("аб"), Keys.Of("аб", null), Keys.Of(null, "аб"), Keys.Of("а"), Keys.Of("а", null, "б"),
            Keys.Of(), Keys.Of((string?)null), Keys.Of(null, null), Keys.Of("А", "б"), Keys.Of("а ", "б"), Keys.Of("а\0", "б"),
        ];
        Assert.Equal(keys.Length, keys.Distinct().Count());
        Assert.DoesNotContain(0UL, keys);
    }

    [Fact]
    public void An_absent_text_is_an_empty_one() => Assert.Equal(Keys.Of("а", ""), Keys.Of("а", null));

    [Fact]
    public void Many_like_texts_have_different_keys() =>
        Assert.Equal(200_000, Enumerable.Range(0, 200_000).Select(i => Keys.Of("школа №", i.ToString(provider: null))).Distinct().Count());
}
