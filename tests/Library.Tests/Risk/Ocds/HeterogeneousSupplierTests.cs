using Xunit;
using static Library.Tests.Risk.Ocds.Releases;

namespace Library.Tests.Risk.Ocds;

/// <summary>R048.</summary>
public sealed class HeterogeneousSupplierTests
{
    [Theory]
    [InlineData("threshold = 3", false)]
    [InlineData("threshold = 2", true)]
    [InlineData("threshold = 1", true)]
    public void Classes_at_the_limit_or_above_fire(string settings, bool fires) =>
        Assert.Equal(fires ? Tenderers("\"S\":{\"R048\":2.0}") : Nothing,
            Judge("[R048]\nminimum_contracting_processes = 1\n" + settings, Supplies("a", "S", "1011", "1022", "2011")));

    [Theory]
    [InlineData("digits = 1", 1)]
    [InlineData("", 2)]
    [InlineData("digits = 2 # default", 2)]
    [InlineData("digits = 3", 3)]
    [InlineData("digits = 4", 3)]
    [InlineData("digits = 40", 4)]
    [InlineData("digits = 0", 1)]
    public void A_class_is_the_first_digits(string settings, int classes) =>
        Assert.Equal(Tenderers($"\"S\":{{\"R048\":{classes}.0}}"),
            Judge("[R048]\nminimum_contracting_processes = 1\nthreshold = 1\n" + settings, Supplies("a", "S", "10111", "10112", "10211", "11111")
                .Replace("10112", settings is "digits = 40" ? "10112" : "10111", StringComparison.Ordinal)
                .Replace("10211", settings is "digits = 3" or "digits = 4" or "digits = 40" ? "10211" : "10111",
                    StringComparison.Ordinal)));

    [Fact]
    public void Letters_of_several_bytes_are_one_character_each()
    {
        var lines = Supplies("a", "S", "жі1", "жі2", "жё1", "€x", "€y", "😀a", "😀b");

        Assert.Equal(Tenderers("\"S\":{\"R048\":6.0}"), Judge("[R048]\nminimum_contracting_processes = 1\nthreshold = 1", lines));
        Assert.Equal(
            Tenderers("\"S\":{\"R048\":3.0}"), Judge("[R048]\nminimum_contracting_processes = 1\nthreshold = 1\ndigits = 1", lines));
    }

    [Theory]
    [InlineData("", 19, false)]
    [InlineData("", 20, true)]
    [InlineData("minimum_contracting_processes = 3", 2, false)]
    [InlineData("minimum_contracting_processes = 3", 3, true)]
    public void Suppliers_of_few_releases_are_left_out(string settings, int releases, bool fires) =>
        Assert.Equal(fires ? Tenderers("\"S\":{\"R048\":1.0}") : Nothing,
            Judge("[R048]\nthreshold = 1\n" + settings, [.. Enumerable.Range(0, releases).Select(at => Supplies($"{at}", "S", "10"))]));

    [Fact]
    public void Two_awards_of_one_release_count_once()
    {
        var twice = """{"ocid":"a","awards":[AWARD,AWARD]}""".Replace("AWARD",
            """{"status":"active","suppliers":[{"id":"S"}],"items":[{"classification":{"id":"10"}}]}""", StringComparison.Ordinal);

        Assert.Equal(Nothing, Judge("[R048]\nthreshold = 1\nminimum_contracting_processes = 2", twice));
        Assert.Equal(Tenderers("\"S\":{\"R048\":1.0}"), Judge("[R048]\nthreshold = 1\nminimum_contracting_processes = 1", twice));
    }

    [Fact]
    public void Without_a_limit_the_upper_fence_decides()
    {
        // quartiles 1 and 2: the fence is at 3.5
        string[] lines =
        [
            .. "ABCDEFGH".Select(supplier => Supplies($"{supplier}", $"{supplier}", supplier < 'E' ? ["10"] : ["10", "20"])),
            Supplies("x", "X", "10", "20", "30"),
            Supplies("y", "Y", "10", "20", "30", "40"),
        ];

        Assert.Equal(Tenderers("\"Y\":{\"R048\":4.0}"), Judge("[R048]\nminimum_contracting_processes = 1", lines));
    }

    [Fact]
    public void Without_a_spread_nobody_is_an_outlier_but_in_the_older_engine_everybody()
    {
        string[] same = [Supplies("a", "A", "10", "20"), Supplies("b", "B", "10", "30")];

        Assert.Equal(Nothing, Judge("[R048]\nminimum_contracting_processes = 1", same));
        Assert.Equal(
            Tenderers("\"A\":{\"R048\":2.0}", "\"B\":{\"R048\":2.0}"), JudgeAsCardinal("[R048]\nminimum_contracting_processes = 1", same));
        Assert.Equal(Tenderers("\"A\":{\"R048\":2.0}", "\"B\":{\"R048\":2.0}"),
            Judge("[R048]\nminimum_contracting_processes = 1\nthreshold = 2", same));
        Assert.Equal(Nothing, JudgeAsCardinal("[R048]", same));
    }

    [Theory]
    [InlineData("\"active\"", "\"pending\"")]
    [InlineData("[{\"id\":\"S\"}]", "[{\"id\":\"S\"},{\"id\":\"T\"}]")]
    [InlineData("[{\"id\":\"S\"}]", "{\"id\":\"S\"}")]
    [InlineData("[{\"id\":\"S\"}]", "[{\"id\":\"S\"},{}]")]
    [InlineData("\"classification\"", "\"class\"")]
    [InlineData("{\"id\":\"10\"}", "{\"id\":10}")]
    [InlineData("{\"id\":\"10\"}", "\"10\"")]
    [InlineData("\"items\":[", "\"things\":[")]
    public void What_is_missing_is_not_supplied(string field, string other)
    {
        var line = Supplies("a", "S", "10");
        Assert.Equal(Nothing, Judge("[R048]\nminimum_contracting_processes = 0\nthreshold = 0", line.Replace(field, other,
            StringComparison.Ordinal)));
        Assert.NotEqual(Nothing, Judge("[R048]\nminimum_contracting_processes = 0\nthreshold = 0", line));
    }

    private static string Supplies(string ocid, string supplier, params string[] classes) => Release(ocid, awards:
    [
        $$"""{"status":"active","suppliers":[{"id":"{{supplier}}"}],"items":["""
            + string.Join(',', classes.Select(text => $$$"""{"classification":{"id":"{{{text}}}"}}""")) + "]}",
    ]);
}
