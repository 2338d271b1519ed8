using Matching;
using Procurement;
using Xunit;

namespace Library.Tests.Matching;

public sealed class SpoiltIndexFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();
    private readonly LotIndex index = LotIndex.Build(SampleLots.All, SampleLots.Places);

    private string Saved => Path.Combine(folder.FullName, "lots.index");

    public void Dispose()
    {
        index.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused()
    {
        index.Save(Saved);
        var whole = File.ReadAllBytes(Saved);
        var random = new Random(9);
        int[] lengths = [.. Enumerable.Range(0, 100), .. Enumerable.Range(1, 20).Select(i => whole.Length - i),
            .. Enumerable.Range(0, 60).Select(_ => random.Next(whole.Length))];
        foreach (var length in lengths)
            AssertRefused(whole[..length]);
    }

    [Fact]
    public void A_file_with_other_bytes_at_its_beginning_or_end_is_refused()
    {
        index.Save(Saved);
        var whole = File.ReadAllBytes(Saved);
        foreach (var place in Enumerable.Range(0, 20).Concat(Enumerable.Range(1, 8).Select(i => whole.Length - i)))
        {
            var spoilt = whole.ToArray();
            spoilt[place] ^= 0x40;
            AssertRefused(spoilt);
        }
    }

    [Fact]
    public void A_file_with_other_numbers_inside_is_opened_or_refused()
    {
        index.Save(Saved);
        var whole = File.ReadAllBytes(Saved);
        var random = new Random(10);
        for (var i = 0; i < 150; i++)
        {
            var spoilt = whole.ToArray();
            var start = i < 100 ? 20 + 4 * i : random.Next(20, whole.Length - 20);
            spoilt.AsSpan(start, 4).Fill((byte)(i % 2 == 0 ? 0xFF : 0x7F));
            AssertOpenedOrRefused(spoilt);
        }
    }

    [Fact]
    public void A_file_of_another_kind_is_refused()
    {
        AssertRefused([]);
        AssertRefused("id;number;name\n1;70000001-ОК1;Уголь\n"u8.ToArray());
        AssertRefused(new byte[100_000]);
        var noise = new byte[100_000];
        new Random(11).NextBytes(noise);
        AssertRefused(noise);
    }

    [Fact]
    public void A_file_made_with_other_places_is_refused()
    {
        index.Save(Saved);
        var renamed = SampleLots.Places.Select((place, i) => i == 0 ? place with { Name = new Bilingual("Другая область", null) } : place);
        Assert.Throws<InvalidDataException>(() => LotIndex.Open(Saved, renamed));
        Assert.Throws<InvalidDataException>(() => LotIndex.Open(Saved, SampleLots.Places.Skip(1)));
        Assert.Throws<InvalidDataException>(() => LotIndex.Open(Saved, []));
    }

    [Fact]
    public void A_file_that_is_not_there_is_another_thing() =>
        Assert.ThrowsAny<IOException>(() => LotIndex.Open(Path.Combine(folder.FullName, "none"), SampleLots.Places));

    [Fact]
    public void Saving_into_a_folder_that_is_not_there_fails()
    {
        Assert.ThrowsAny<IOException>(() => index.Save(Path.Combine(folder.FullName, "none", "lots.index")));
        Assert.Empty(folder.EnumerateFileSystemInfos());
    }

    [Fact]
    public void When_saving_fails_the_older_file_stays()
    {
        index.Save(Saved);
        var before = File.ReadAllBytes(Saved);
        index.Add(SampleLots.All[0] with { Id = 77, Number = "77777777-ЗЦП1" });
        Directory.CreateDirectory(Saved + ".new");    // stands where the new file would be written
        Assert.ThrowsAny<Exception>(() => index.Save(Saved));
        Assert.Equal(before, File.ReadAllBytes(Saved));
        using var opened = LotIndex.Open(Saved, SampleLots.Places);
        Assert.Equal(SampleLots.All.Count, opened.Count);
    }

    [Fact]
    public void When_the_disk_is_full_what_was_written_is_taken_away()
    {
        Assert.Throws<IOException>(() => index.Save(new FullDisk()));
        index.Save(Saved);    // and the index can be saved elsewhere
        Assert.Single(folder.EnumerateFileSystemInfos());
    }

    private void AssertRefused(byte[] bytes)
    {
        File.WriteAllBytes(Saved, bytes);
        Assert.Throws<InvalidDataException>(() => LotIndex.Open(Saved, SampleLots.Places));
    }

    private void AssertOpenedOrRefused(byte[] bytes)
    {
        File.WriteAllBytes(Saved, bytes);
        try
        {
            LotIndex.Open(Saved, SampleLots.Places).Dispose();
        }
        catch (InvalidDataException e)
        {
            Assert.NotEmpty(e.Message);
        }
    }

    private sealed class FullDisk : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => Refuse();
        public override void Write(byte[] buffer, int offset, int count) => Refuse();

        private void Refuse()
        {
            if (Length > -1)
                throw new IOException("No space left.");
        }
    }
}
