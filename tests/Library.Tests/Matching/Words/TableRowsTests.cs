using System.Text.RegularExpressions;
using Language;
using Matching;
using Xunit;

namespace Library.Tests.Matching.Words;

/// <summary>What holds for every row of the tables that lie beside the matcher.</summary>
public partial class TableRowsTests
{
    /// <summary>The reader of a person's text joins at most so many words.</summary>
    private const int LongestPhrase = 3;

    public static TheoryData<string> All { get; } = [.. Files()];
    public static TheoryData<string> FourCells { get; } = [.. Files().Where(IsOfFourCells)];

    [Fact]
    public void There_are_thousands_of_things_and_kinds_of_buyers()
    {
        Assert.True(Tables.Things().Count() >= 2500);
        Assert.True(Tables.Lines("buyers.txt").Count() >= 150);
        Assert.Equal(Tables.Things().Order(StringComparer.Ordinal),
            Files().Where(name => name.StartsWith("Things.", StringComparison.Ordinal)).SelectMany(Rows).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_table_begins_with_what_it_is_and_has_rows(string table)
    {
        using var stream = typeof(LotIndex).Assembly.GetManifestResourceStream("Matching.Words." + table)!;
        using var reader = new StreamReader(stream);
        Assert.Matches(@"^# \p{Lu}", reader.ReadLine());
        Assert.NotEmpty(Rows(table));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void No_row_stands_twice_in_a_table(string table) =>
        AssertNone(Rows(table).GroupBy(Plain, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key));

    /// <summary>A letter of the other alphabet that looks the same is seen by nobody, and the word is not found.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void No_word_mixes_alphabets(string table) => AssertNone(Rows(table).SelectMany(row => MixedWord().Matches(row)).Select(word => word.Value));

    [Theory]
    [MemberData(nameof(FourCells))]
    public void A_row_has_four_cells_and_none_is_empty(string table) => AssertNone(Rows(table).Where(row =>
        row.Split('|') is not { Length: 4 } cells || cells.Any(cell => cell.Split(',').Any(phrase => Tokens.Of(phrase).Count == 0))));

    [Theory]
    [MemberData(nameof(FourCells))]
    public void No_phrase_is_longer_than_the_reader_joins(string table) =>
        AssertNone(Phrases(table).Where(phrase => Tokens.Of(phrase).Count > LongestPhrase));

    /// <summary>A single word that says nothing by another table, or a bare number, is never looked up.</summary>
    [Theory]
    [MemberData(nameof(FourCells))]
    public void Every_phrase_is_one_that_the_reader_looks_up(string table) =>
        AssertNone(Phrases(table).Where(phrase => Tokens.Of(phrase) is [var word]
            && (word.IsNumber || word.Folded.Length < 2 || Lexicon.Default.IsSilent(word))));

    [Theory]
    [MemberData(nameof(FourCells))]
    public void The_first_three_cells_are_in_their_own_languages(string table)
    {
        foreach (var cells in Rows(table).Select(row => row.Split('|')))
        {
            Assert.DoesNotMatch(@"\p{IsCyrillic}", cells[2]);
            Assert.DoesNotMatch("[ӘәҒғҚқҢңӨөҰұҮүҺһІі]", cells[1]);
        }
    }

    private static void AssertNone(IEnumerable<string> faults) => Assert.Equal("", string.Join("; ", faults));

    private static IEnumerable<string> Files() => typeof(LotIndex).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith("Matching.Words.", StringComparison.Ordinal)).Select(name => name["Matching.Words.".Length..])
        .Order(StringComparer.Ordinal);

    private static bool IsOfFourCells(string name) => name.StartsWith("Things.", StringComparison.Ordinal) || name == "buyers.txt";

    private static IEnumerable<string> Rows(string table) => Tables.Lines(table);

    private static IEnumerable<string> Phrases(string table) =>
        Rows(table).SelectMany(row => row.Split('|')[..3]).SelectMany(cell => cell.Split(',')).Select(phrase => phrase.Trim());

    private static string Plain(string row) => Spaces().Replace(row.ToLowerInvariant(), " ");

    [GeneratedRegex(@"\p{L}*(\p{IsCyrillic}[A-Za-z\u00C0-\u024F]|[A-Za-z\u00C0-\u024F]\p{IsCyrillic})\p{L}*")]
    private static partial Regex MixedWord();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
