using System.Reflection;
using Xunit;

namespace Bot.Tests.House;

/// <summary>Every promise has a number, and every number a test that carries it: `--filter Catalogue=P6` runs those of P6. The table stands in tests/README.md.</summary>
public sealed class CatalogueTests
{
    /// <summary>Measured, not tested: tests/Benchmarks.</summary>
    private static readonly string[] Measured = ["L1", "L2", "L3"];

    private static readonly string[] Numbers =
    [
        .. Enumerable.Range(1, 10).Select(number => $"P{number}"),
        .. Enumerable.Range(1, 15).Select(number => $"F{number}"),
        "S1", "S2", "S3", "S5", "S6", "S7", "S9", "S10", "S12", "L1", "L2", "L3", "L5",
    ];

    [Fact]
    public void Every_number_that_is_not_measured_has_a_test() =>
        Assert.Empty(Numbers.Except(Measured).Except(Carried()));

    [Fact]
    public void No_test_carries_a_number_that_is_not_in_the_catalogue() => Assert.Empty(Carried().Except(Numbers));

    [Fact]
    public void The_table_names_every_number_and_only_tests_that_are_there()
    {
        var rows = File.ReadLines(Path.Combine(Repository.Root, "tests/README.md")).Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length > 3 && Numbers.Contains(cells[1])).ToDictionary(cells => cells[1], cells => cells[3]);
        Assert.Equal(Numbers.Order(), rows.Keys.Order());
        var classes = typeof(CatalogueTests).Assembly.GetTypes().Select(type => type.Name).ToHashSet();
        var named = rows.Where(row => !Measured.Contains(row.Key)).SelectMany(row => row.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        Assert.DoesNotContain(named.Select(name => name.Trim('`')), name => name != "–" && !classes.Contains(name));
    }

    private static HashSet<string> Carried()
    {
        var members = typeof(CatalogueTests).Assembly.GetTypes().SelectMany(type => type.GetMethods().Cast<MemberInfo>().Append(type));
        return [.. members.SelectMany(member => member.GetCustomAttributesData()).Where(data => data.AttributeType == typeof(TraitAttribute))
            .Where(data => (string?)data.ConstructorArguments[0].Value == "Catalogue").Select(data => (string)data.ConstructorArguments[1].Value!)];
    }
}
