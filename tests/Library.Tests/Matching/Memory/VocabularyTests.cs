using Matching.Memory;
using Xunit;

namespace Library.Tests.Matching.Memory;

public class VocabularyTests
{
    private const string Letters = "абвгдежзиклмнопрстуфхцчшюя";

    [Fact]
    public void A_stem_has_one_number_for_ever()
    {
        var words = new Vocabulary();
        Assert.Equal([0, 1, 0, 2], new[] { "мектеп", "угол", "мектеп", "" }.Select(words.Add));
        Assert.Equal(3, words.Count);
        Assert.Equal("угол", words[1]);
        Assert.True(words.TryFind("угол", out var id));
        Assert.Equal(1, id);
        Assert.False(words.TryFind("углы", out _));
    }

    [Theory]
    [InlineData("столовй")]
    [InlineData("толовой")]
    [InlineData("столово")]
    [InlineData("сстоловой")]
    [InlineData("столовоих")]
    [InlineData("столовоц")]
    [InlineData("ктоловои")]
    [InlineData("сотловои")]
    [InlineData("столовио")]
    public void A_stem_with_one_slip_is_found(string slip)
    {
        var words = new Vocabulary();
        var id = words.Add("столовои");
        Assert.Equal(IsOneSlip(slip, "столовои") ? [id] : [], words.OneLetterAway(slip));
    }

    [Fact]
    public void The_stem_itself_is_not_near_and_each_near_one_is_told_once()
    {
        var words = new Vocabulary();
        words.Add("асхана");
        Assert.Empty(words.OneLetterAway("асхана"));
        Assert.Single(words.OneLetterAway("асхаана"));
        Assert.Single(words.OneLetterAway("ассхана"));
    }

    [Fact]
    public void Near_stems_are_those_that_comparing_with_every_stem_gives()
    {
        var random = new Random(4);
        var words = new Vocabulary();
        var all = Enumerable.Range(0, 600).Select(_ => Made(random)).Distinct().ToList();
        all.ForEach(stem => words.Add(stem));
        foreach (var said in all.Take(200).Concat(Enumerable.Range(0, 300).Select(_ => Made(random))).Append("").Append("а"))
        {
            Assert.Equal(
                all.Where(stem => stem != said && IsOneSlip(said, stem)).Order(StringComparer.Ordinal),
                words.OneLetterAway(said).Select(id => words[id]).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void The_longest_stem_that_may_be_a_slip_is_looked_for_and_a_longer_one_is_not()
    {
        var words = new Vocabulary();
        words.Add(new string('а', 23) + "б");
        words.Add(new string('а', 25) + "б");
        Assert.Single(words.OneLetterAway(new string('а', 23) + "в"));
        Assert.Empty(words.OneLetterAway(new string('а', 25) + "в"));
    }

    [Fact]
    public void Stems_of_the_same_five_letters_are_near_when_they_are_few()
    {
        var words = new Vocabulary();
        var ids = new[] { "балди", "балдирган", "балдирг", "балд", "балта" }.Select(words.Add).ToList();
        Assert.Equal([ids[0], ids[1], ids[2]], words.WithPrefixOf("балдиз", 3));
        Assert.Empty(words.WithPrefixOf("балдиз", 2));
        Assert.Empty(words.WithPrefixOf("балд", 3));
    }

    [Fact]
    public void A_vocabulary_comes_back_from_a_file_and_grows_on()
    {
        var random = new Random(6);
        var words = new Vocabulary();
        var all = Enumerable.Range(0, 500).Select(_ => Made(random)).Distinct().ToList();
        all.ForEach(stem => words.Add(stem));
        var again = InFile.Again(words.Write, Vocabulary.Read);
        Assert.Equal(all, Enumerable.Range(0, again.Count).Select(id => again[id]));
        Assert.Equal(all.Count, again.Add("новоеслово"));
        Assert.Equal(0, again.Add(all[0]));
        Assert.Equal(words.OneLetterAway(all[0] + "а"), again.OneLetterAway(all[0] + "а"));
    }

    /// <summary>A stem of few different letters, so that many are near each other.</summary>
    private static string Made(Random random) => string.Concat(Enumerable.Range(0, random.Next(2, 7)).Select(_ => Letters[random.Next(4) * 8 % 25]));

    /// <summary>The distance of Damerau, with neighbours swapped, is one at most.</summary>
    private static bool IsOneSlip(string one, string other)
    {
        var distance = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                distance[i, j] = i == 0 ? j : j == 0 ? i : Math.Min(
                    Math.Min(distance[i - 1, j], distance[i, j - 1]) + 1, distance[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    distance[i, j] = Math.Min(distance[i, j], distance[i - 2, j - 2] + 1);
            }
        }

        return distance[one.Length, other.Length] <= 1;
    }
}
