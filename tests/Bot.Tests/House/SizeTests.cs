using Xunit;

namespace Bot.Tests.House;

/// <summary>No file is so long, no line so wide that it must be read twice.</summary>
public sealed class SizeTests
{
    private const int LongestFile = 250, WidestLine = 180;    // 140 is the aim; a signature or an expected value may run over

    [Fact]
    public void No_file_is_over_250_lines() =>
        Assert.Empty(Sources.Files("src").Concat(Sources.Files("tests")).Where(file => File.ReadLines(file).Count() > LongestFile).Select(Named));

    [Fact]
    public void No_line_of_the_sources_is_too_wide() =>
        Assert.Empty(Sources.Files("src").SelectMany(file => File.ReadLines(file)
            .Select((line, number) => (line, number)).Where(line => line.line.Length > WidestLine).Select(line => $"{Named(file)}:{line.number + 1}")));

    [Fact]
    public void Nothing_is_left_open() =>
        Assert.DoesNotContain(Sources.Files("src"), file => new[] { "TODO", "FIXME", "HACK", "NotImplementedException" }
            .Any(mark => File.ReadAllText(file).Contains(mark, StringComparison.Ordinal)));

    [Fact]
    public void The_top_level_holds_what_the_map_says() =>
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(Repository.Root).Select(Path.GetFileName),
            name => !name!.StartsWith('.') && name is not ("src" or "tests" or "locales" or "deploy" or "Bot.sln" or "README.md" or "data"));

    private static string Named(string file) => Path.GetRelativePath(Repository.Root, file);
}
