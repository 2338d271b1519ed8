using System.Text;
using Risk.Ocds;
using Xunit;

namespace Library.Tests.Risk.Ocds;

public sealed class NamesTests
{
    [Fact]
    public void Each_text_has_one_number_however_many_there_are()
    {
        var names = new Names();
        string[] texts = [.. Enumerable.Range(0, 3000).Select(at => new string('я', at % 40) + at), ""];

        Assert.Equal(Enumerable.Range(0, texts.Length), texts.Select(text => names.Of(Encoding.UTF8.GetBytes(text))));
        Assert.Equal(Enumerable.Range(0, texts.Length), texts.Select(text => names.Of(Encoding.UTF8.GetBytes(text))));
        Assert.Equal(Enumerable.Range(0, texts.Length), texts.Select(text => names.Find(Encoding.UTF8.GetBytes(text))));
        Assert.Equal(texts, Enumerable.Range(0, names.Count).Select(number => Encoding.UTF8.GetString(names[number])));
        Assert.Equal(-1, names.Find("another"u8));
    }

    [Fact]
    public void Texts_of_another_get_the_numbers_they_have_here_or_the_next()
    {
        var (here, other) = (new Names(["a", "b", "c"]), new Names(["d", "b", "", .. Enumerable.Range(0, 200).Select(at => $"e{at}")]));

        var numbers = here.Absorb(other);

        Assert.Equal([3, 1, 4, .. Enumerable.Range(5, 200)], numbers);
        Assert.Equal(205, here.Count);
        Assert.Equal("e199"u8, here[204]);
        Assert.Equal(1, here.Of("b"u8));
        Assert.Equal(numbers, here.Absorb(other));
    }
}
