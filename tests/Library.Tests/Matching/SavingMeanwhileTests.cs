using Matching;
using Xunit;

namespace Library.Tests.Matching;

public sealed class SavingMeanwhileTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly LotIndex index = LotIndex.Build(SampleLots.All, SampleLots.Places);

    public void Dispose() => index.Dispose();

    [Fact]
    public async Task People_are_answered_while_the_index_is_written_and_a_lot_waits_for_it()
    {
        using var disk = new SlowDisk();
        var saving = Task.Run(() => index.Save(disk));
        await disk.Begun.Task.WaitAsync(Patience);
        var adding = new Thread(() => index.Add(SampleLots.All[0] with { Id = 91, Number = "91000000-ЗЦП1" }));
        adding.Start();
        Assert.True(SpinWait.SpinUntil(() => adding.ThreadState.HasFlag(ThreadState.WaitSleepJoin), Patience));
        var matcher = new Matcher(index, _ => Named.Nothing);
        await Task.Run(() => Assert.All(Enumerable.Range(0, 1000), _ =>
            Assert.Equal(8, matcher.Find("Садик Жулдыз в Сарканде, игрушки").Candidates[0].LotId))).WaitAsync(Patience);
        Assert.True(adding.IsAlive);
        Assert.False(saving.IsCompleted);
        disk.GoOn.Set();
        await saving.WaitAsync(Patience);
        Assert.True(adding.Join(Patience));
        Assert.Equal(SampleLots.All.Count + 1, index.Count);
    }

    [Fact]
    public async Task Every_file_saved_while_others_search_and_add_can_be_opened()
    {
        var folder = Directory.CreateTempSubdirectory();
        var matcher = new Matcher(index, _ => Named.Nothing);
        var searching = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 200; i++)
                Assert.Equal(8, matcher.Find("Садик Жулдыз в Сарканде, игрушки").Candidates[0].LotId);
        }));
        var adding = Task.Run(() =>
        {
            for (var i = 100; i < 400; i++)
                index.Add(SampleLots.Made(i, $"7100{i:D4}-ЗЦП1", SampleLots.School12, "Дрова", $"партия {i}", 1000 + i, 1));
        });
        var saving = Task.Run(() =>
        {
            for (var i = 0; i < 10; i++)
            {
                var path = Path.Combine(folder.FullName, $"{i}.index");
                index.Save(path);
                using var opened = LotIndex.Open(path, SampleLots.Places);
                Assert.InRange(opened.Count, SampleLots.All.Count, SampleLots.All.Count + 300);
                Assert.Equal(8, new Matcher(opened, _ => Named.Nothing).Find("Садик Жулдыз в Сарканде, игрушки").Candidates[0].LotId);
            }
        });
        await Task.WhenAll([.. searching, adding, saving]);
        Assert.Equal(330, index.Count);
        folder.Delete(recursive: true);
    }

    /// <summary>A disk that takes the first bytes and then waits until it is told to go on.</summary>
    private sealed class SlowDisk : MemoryStream
    {
        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public ManualResetEventSlim GoOn { get; } = new();

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Begun.TrySetResult();
            GoOn.Wait();
            base.Write(buffer);
        }

        protected override void Dispose(bool disposing)
        {
            GoOn.Dispose();
            base.Dispose(disposing);
        }
    }
}
