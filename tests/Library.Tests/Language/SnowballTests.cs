using Language;
using Xunit;

namespace Library.Tests.Language;

/// <summary>Our stemmers beside the ones that their author's project distributes.</summary>
public class SnowballTests
{
    private const int Enough = 50_000;

    [ProgramFact("stemwords", "libstemmer-tools")]
    public async Task Russian_words_have_the_stems_that_libstemmer_gives_them() =>
        await Agree("russian", OwnWords.Russian(), RussianStem.Of);

    [ProgramFact("stemwords", "libstemmer-tools")]
    public async Task English_words_have_the_stems_that_libstemmer_gives_them() =>
        await Agree("english", OwnWords.English(), EnglishStem.Of);

    [Theory]
    [InlineData("", "")]
    [InlineData("я", "я")]
    [InlineData("Школами", "школ")]
    [InlineData("учебников", "учебник")]
    [InlineData("строящийся", "строя")]
    [InlineData("важнейшие", "важн")]
    [InlineData("учёный", "учен")]
    [InlineData("12", "12")]
    public void A_russian_word_is_cut_to_its_stem(string word, string stem) => Assert.Equal(stem, RussianStem.Of(word));

    [Theory]
    [InlineData("", "")]
    [InlineData("Schools", "school")]
    [InlineData("purchasing", "purchas")]
    [InlineData("children's", "children")]
    [InlineData("generally", "general")]
    [InlineData("playing", "play")]
    [InlineData("школа", "школа")]
    public void An_english_word_is_cut_to_its_stem(string word, string stem) => Assert.Equal(stem, EnglishStem.Of(word));

    private static async Task Agree(string algorithm, IReadOnlyList<string> words, Func<string, string> stem)
    {
        var theirs = await ProgramFactAttribute.Answers("stemwords", ["-l", algorithm], string.Join('\n', words) + "\n");

        Assert.InRange(words.Count, Enough, 10 * Enough);
        Assert.Equal(words.Count, theirs.Length);
        Assert.Empty(words.Zip(theirs).Where(pair => stem(pair.First) != pair.Second)
            .Select(pair => $"{pair.First}: {stem(pair.First)}, not {pair.Second}").Take(20));
    }
}
