using Language;
using Matching;
using Matching.Memory;
using Procurement;
using Xunit;

namespace Library.Tests.Matching;

public class BridgeMinerTests
{
    [Fact]
    public void From_two_hundred_names_in_both_languages_it_learns_each_word()
    {
        var learnt = Learnt(MadeUpNames.Names);
        foreach (var (kazakh, russian) in MadeUpNames.Pairs)
            Assert.Equal([StemOf(russian)], learnt[StemOf(kazakh)]);
        Assert.Equal(MadeUpNames.Pairs.Count, learnt.Count);
    }

    [Fact]
    public void The_order_of_hearing_does_not_matter()
    {
        foreach (var names in (IReadOnlyList<Bilingual>[])[MadeUpNames.Names, [.. Ambiguous()]])
        {
            var expected = Told(Learnt(names));
            foreach (var seed in Enumerable.Range(1, 5))
            {
                var shuffled = names.ToArray();
                new Random(seed).Shuffle(shuffled);
                Assert.Equal(expected, Told(Learnt(shuffled)));
            }
        }
    }

    [Fact]
    public void A_name_heard_a_hundred_times_is_one_name()
    {
        Assert.Empty(Learnt(Enumerable.Repeat(new Bilingual("шпатель", "қалақша"), 100)));
        Assert.Equal(Told(Learnt(MadeUpNames.Names)), Told(Learnt([.. MadeUpNames.Names, .. MadeUpNames.Names])));
    }

    [Fact]
    public void Copies_of_one_language_in_both_fields_teach_nothing() => Assert.Empty(Learnt(Enumerable.Range(0, 50)
        .Select(i => new Bilingual($"{MadeUpNames.Names[i].Ru}", $"{MadeUpNames.Names[i].Ru}"))
        .Concat(Enumerable.Range(0, 50).Select(i => new Bilingual(MadeUpNames.Names[i].Ru, string.Join(' ', MadeUpNames.Names[i].Ru!.Split(' ').Reverse()))))));

    [Fact]
    public void A_word_that_stands_in_both_is_not_learnt_for_itself()
    {
        var learnt = Learnt(MadeUpNames.Names.Select(name => new Bilingual("насос " + name.Ru, name.Kz + " насос")));
        Assert.DoesNotContain(StemOf("насос"), learnt.GetValueOrDefault(StemOf("насос")) ?? []);
    }

    [Fact]
    public void A_name_in_one_language_and_a_list_of_many_words_teach_nothing()
    {
        var many = string.Join(' ', Enumerable.Range(0, 13).Select(i => MadeUpNames.Pairs[i].Russian));
        Assert.Empty(Learnt([new Bilingual("шпатель", null), new Bilingual(null, "қалақша"), new Bilingual("", ""),
            new Bilingual("12 345", "12"), new Bilingual(many, "қалақша"), new Bilingual(many + " а", "қалақша")]));
    }

    [Fact]
    public void A_word_that_stood_beside_another_only_once_proves_nothing() =>
        Assert.Empty(Learnt([new Bilingual("шпатель", "қалақша"), new Bilingual("насосы", "сорғы")]));

    /// <summary>Each word beside three others that always stand together: equally likely, and only two are kept.</summary>
    private static IEnumerable<Bilingual> Ambiguous() => new[]
    {
        "шофаж жорут пилук", "жорут шофаж пилук", "пилук жорут шофаж", "шофаж пилук жорут", "жорут пилук шофаж", "пилук шофаж жорут",
    }.Select(russian => new Bilingual(russian, "бурзум"));

    private static string StemOf(string word) => Tokens.Of(word)[0].Stem;

    private static Dictionary<string, string[]> Learnt(IEnumerable<Bilingual> names)
    {
        var (miner, words) = (new BridgeMiner(), new Vocabulary());
        foreach (var name in names)
            miner.Hear(name, words);
        var bridge = miner.Learn(words);
        return Enumerable.Range(0, words.Count).Where(word => bridge.Across(word).Count > 0)
            .ToDictionary(word => words[word], word => bridge.Across(word).Select(other => words[other]).ToArray());
    }

    private static IEnumerable<string> Told(Dictionary<string, string[]> learnt) =>
        learnt.Select(pair => $"{pair.Key}: {string.Join(' ', pair.Value)}").Order(StringComparer.Ordinal);
}
