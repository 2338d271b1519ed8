using System.Runtime.CompilerServices;
using Language;
using Xunit;

namespace Library.Tests.Language;

/// <summary>kazakh-stems.tsv: forms from purchases and school life, each with the stem that a Kazakh reader gives it.</summary>
public class KazakhStemTests
{
    private const double Demanded = 0.97;

    private static readonly (string Form, string Stem)[] Table =
        [.. File.ReadAllLines(TestFile("kazakh-stems.tsv")).Select(line => line.Split('\t')).Select(cells => (cells[0], cells[1]))];

    [Fact]
    public void Forms_in_kazakh_letters_have_their_stems() => Demand(word => word);

    [Fact]
    public void Forms_typed_without_kazakh_letters_have_their_stems() => Demand(Plain);

    [Fact]
    public void Folded_forms_have_their_stems() => Demand(word => Plain(word).Replace('ы', 'и').Replace('й', 'и'));

    [Fact]
    public void The_table_is_large_and_says_each_form_once()
    {
        Assert.InRange(Table.Length, 600, 5000);
        Assert.Equal(Table.Length, Table.Select(row => row.Form).Distinct().Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("school")]
    [InlineData("ь")]
    [InlineData("ауылдық")]
    [InlineData("жұмысшы")]
    [InlineData("ақшасыз")]
    public void Words_without_such_endings_stay(string word) => Assert.Equal(word, KazakhStem.Of(word));

    [Theory]
    [InlineData("мектептер", "мектептар")]
    [InlineData("қалалар", "қаладар")]
    public void An_ending_that_breaks_the_rules_of_sound_stays(string right, string wrong) =>
        Assert.NotEqual(KazakhStem.Of(right), KazakhStem.Of(wrong));

    [Fact]
    public void Any_text_is_taken()
    {
        var random = new Random(5);
        var letters = "абгғдекқлмнңоөпрстуұүыіийшьAз -".ToCharArray();
        for (var i = 0; i < 50_000; i++)
            Assert.NotNull(KazakhStem.Of(new string([.. Enumerable.Range(0, random.Next(14)).Select(_ => letters[random.Next(letters.Length)])])));
    }

    private static void Demand(Func<string, string> spelling)
    {
        var wrong = Table.Where(row => KazakhStem.Of(spelling(row.Form)) != spelling(row.Stem))
            .Select(row => $"{spelling(row.Form)}: {KazakhStem.Of(spelling(row.Form))}, not {spelling(row.Stem)}").ToList();

        Assert.True(wrong.Count <= (1 - Demanded) * Table.Length, string.Join('\n', wrong));
    }

    private static string Plain(string word) => word.Replace('ә', 'а').Replace('ғ', 'г').Replace('қ', 'к').Replace('ң', 'н')
        .Replace('ө', 'о').Replace('ұ', 'у').Replace('ү', 'у').Replace('һ', 'х').Replace('і', 'и');

    private static string TestFile(string name, [CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, name);
}
