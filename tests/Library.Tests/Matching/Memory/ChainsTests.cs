using Matching.Memory;
using Xunit;

namespace Library.Tests.Matching.Memory;

public class ChainsTests
{
    [Theory]
    [InlineData(1, 10)]
    [InlineData(16, 5)]
    [InlineData(17, 1000)]
    [InlineData(20_000, 3000)]
    [InlineData(20_000, 1)]
    public void Rows_are_found_by_their_key_the_newest_first(int rows, int keys)
    {
        var random = new Random(rows + keys);
        var ofRow = Enumerable.Range(0, rows).Select(_ => (ulong)random.Next(keys) + 1).ToList();
        var chains = Filled(ofRow);
        AssertSame(ofRow, chains);
        Assert.Equal(-1, chains.First((ulong)keys + 1));
        Assert.Empty(chains.All(ulong.MaxValue));
    }

    [Fact]
    public void Keys_that_follow_each_other_and_keys_of_all_bits_are_told_apart()
    {
        var random = new Random(5);
        List<ulong> keys = [.. Enumerable.Range(1, 3000).Select(i => (ulong)i), .. Enumerable.Range(0, 60).Select(i => 1UL << i),
            .. Enumerable.Range(0, 3000).Select(_ => (ulong)random.NextInt64() << 1 | 1)];
        AssertSame(keys, Filled(keys));
    }

    [Fact]
    public void A_row_without_a_key_is_never_found_and_stands_in_nobodys_way()
    {
        var keys = Enumerable.Range(0, 500).Select(i => i % 3 == 0 ? 0UL : (ulong)i % 7 + 1).ToList();
        var chains = Filled(keys);
        Assert.Equal(-1, chains.First(0));
        Assert.Empty(chains.All(0));
        AssertSame(keys, chains);
    }

    [Fact]
    public void An_empty_table_finds_nothing() => Assert.Equal(-1, new Chains(_ => 1).First(1));

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(1000)]
    public void A_table_comes_back_from_a_file_and_grows_on(int rows)
    {
        var keys = Enumerable.Range(0, rows).Select(i => (ulong)i % 97).ToList();
        var again = InFile.Again(Filled(keys).Write, reader =>
        {
            var read = new Chains(row => keys[row]);
            read.Read(reader);
            return read;
        });
        AssertSame(keys, again);
        for (var i = 0; i < 2000; i++)
        {
            keys.Add((ulong)i % 101);
            again.Add(keys.Count - 1);
        }

        AssertSame(keys, again);
    }

    private static Chains Filled(List<ulong> keys)
    {
        var chains = new Chains(row => keys[row]);
        for (var row = 0; row < keys.Count; row++)
            chains.Add(row);
        return chains;
    }

    private static void AssertSame(List<ulong> keys, Chains chains)
    {
        foreach (var group in keys.Select((key, row) => (key, row)).Where(pair => pair.key != 0).GroupBy(pair => pair.key))
            Assert.Equal(group.Select(pair => pair.row).Reverse(), chains.All(group.Key));
    }
}
