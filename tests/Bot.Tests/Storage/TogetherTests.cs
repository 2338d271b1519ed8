using Bot.Storage;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Bot.Tests.Storage;

/// <summary>What comes while something is written goes into the next transaction together; a bad item spoils only itself.</summary>
public sealed class TogetherTests
{
    private const int DiskFull = 13;
    private readonly List<IReadOnlyList<int>> written = [];
    private readonly TaskCompletionSource open = new();
    private Exception? fault;

    [Fact]
    public async Task What_comes_meanwhile_is_written_in_one_go_and_never_more_than_the_most()
    {
        using var together = new Together<int>(3, Write);
        var all = Enumerable.Range(1, 6).Select(number => together.Write(number, default)).ToList();
        open.SetResult();
        await Task.WhenAll(all);

        Assert.Equal([1, 3, 2], written.Select(page => page.Count));
        Assert.Equal([1, 2, 3, 4, 5, 6], written.SelectMany(page => page));
    }

    [Fact]
    public async Task A_bad_item_fails_alone()
    {
        using var together = new Together<int>(10, Write);
        fault = new InvalidOperationException("four is bad");
        var all = Enumerable.Range(1, 5).Select(number => together.Write(number, default)).ToList();
        open.SetResult();

        await Assert.ThrowsAsync<InvalidOperationException>(() => all[3]);
        await Task.WhenAll(all.Where((_, i) => i != 3));
        Assert.Equal([1, 2, 3, 5], written.SelectMany(page => page));
    }

    [Fact]
    public async Task A_store_that_is_away_is_asked_once_and_everybody_hears_it()
    {
        using var together = new Together<int>(10, Write);
        fault = new SqliteException("full", DiskFull);
        var all = Enumerable.Range(1, 5).Select(number => together.Write(number, default)).ToList();
        open.SetResult();

        await all[0];
        foreach (var one in all.Skip(1))
            await Assert.ThrowsAsync<SqliteException>(() => one);
        Assert.Equal(2, asked);
    }

    private int asked;

    /// <summary>Refuses whatever holds a four.</summary>
    private async Task Write(IReadOnlyList<int> items)
    {
        asked++;
        await open.Task;
        if (fault is not null && items.Contains(4))
            throw fault;
        written.Add(items);
    }
}
