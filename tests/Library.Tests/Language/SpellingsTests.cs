using System.Runtime.CompilerServices;
using Language;
using Xunit;

namespace Library.Tests.Language;

/// <summary>spellings.tsv: a word in Kazakh letters, without them, in the Latin alphabet of 2021, and as phones spell it (sh, zh, gh, q, w, y).</summary>
public class SpellingsTests
{
    private static readonly string[][] Table = [.. File.ReadAllLines(TestFile("spellings.tsv")).Select(line => line.Split('\t'))];

    [Fact]
    public void Four_spellings_of_a_word_meet_in_a_stem()
    {
        var apart = Table.SelectMany(row => row.Skip(1).Select(other => (Word: row[0], Other: other)))
            .Where(pair => !Stems(pair.Word).Intersect(Stems(pair.Other)).Any())
            .Select(pair => $"{pair.Word} {string.Join('/', Stems(pair.Word))} – {pair.Other} {string.Join('/', Stems(pair.Other))}").ToList();

        Assert.True(apart.Count == 0, string.Join('\n', apart));
    }

    [Fact]
    public void The_table_is_large_and_every_row_has_four_spellings()
    {
        Assert.InRange(Table.Length, 120, 1000);
        Assert.All(Table, row => Assert.Equal(4, row.Length));
    }

    private static IEnumerable<string> Stems(string word) =>
        Stem.Candidates(SearchText.Fold(word).Replace(" ", "", StringComparison.Ordinal));

    private static string TestFile(string name, [CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, name);
}
