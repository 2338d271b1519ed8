using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Risk.Ocds;

/// <summary>Takes block after block and shows each of their releases to its indicators.</summary>
internal sealed class Worker
{
    private readonly Release release = new();
    private readonly ReleaseReader reader;
    private readonly DetailsFilter filter;
    private readonly Collector[] indicators;
    private readonly MainCurrency currency;
    private readonly Prices prices;

    public Worker(OcdsSettings settings, MainCurrency currency)
    {
        this.currency = currency;
        reader = new ReleaseReader(release, Desk.Organisations);
        filter = new DetailsFilter([], settings.Excluded);
        prices = new Prices(settings, currency, Desk.Organisations);
        indicators = OcdsIndicators.For(settings, Desk, prices);
    }

    public Desk Desk { get; } = new();

    /// <summary>Numbers of lines that are not JSON.</summary>
    public List<long> Malformed { get; } = [];

    /// <summary>Lines that were looked at: releases that are neither cancelled nor excluded.</summary>
    public long Releases { get; private set; }

    /// <summary>JSON without an ocid: not releases.</summary>
    public long Others { get; private set; }

    public bool MetOtherCurrencies => prices.MetOthers;

    public void Work(Blocks blocks)
    {
        var block = new Block(blocks.Size);
        while (blocks.TryTake(block))
            try
            {
                Take(block);
            }
            finally
            {
                currency.Finish(block.Number);    // whatever happens, nobody waits for this block any more
            }
    }

    public void Absorb(Worker other)
    {
        var renaming = new Renaming(Desk.Ocids.Absorb(other.Desk.Ocids), Desk.Organisations.Absorb(other.Desk.Organisations));
        Desk.Marks.Absorb(other.Desk.Marks, renaming.Ocids, renaming.Organisations);
        for (var at = 0; at < indicators.Length; at++)
            indicators[at].Absorb(other.indicators[at], renaming);
        Malformed.AddRange(other.Malformed);
        Releases += other.Releases;
        Others += other.Others;
    }

    public void Conclude()
    {
        Malformed.Sort();
        foreach (var indicator in indicators)
            indicator.Conclude();
    }

    private void Take(Block block)
    {
        release.Bytes = block.Bytes;
        release.Block = block.Number;
        var bytes = block.Bytes.AsSpan(0, block.Length);
        var isText = Utf8.IsValid(bytes);
        var start = block.Number == 0 && bytes.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        for (var line = block.FirstLine; start < block.Length; line++)
        {
            var length = bytes[start..].IndexOf((byte)'\n');
            length = length < 0 ? block.Length - start : length;
            release.Line = line;
            Take(bytes.Slice(start, length), start, isText);
            start += length + 1;
        }
    }

    private void Take(ReadOnlySpan<byte> line, int start, bool isText)
    {
        if (line.Trim(" \t\r\f"u8).IsEmpty)
            return;
        try
        {
            if (!isText && !Utf8.IsValid(line))
                Malformed.Add(release.Line);
            else if (!reader.Read(start, line.Length))
                Others++;
            else if (!release.Tender.IsCancelled && filter.Lets(release))
                Look();
        }
        catch (JsonException)
        {
            Malformed.Add(release.Line);
        }
    }

    private void Look()
    {
        Releases++;
        foreach (var indicator in indicators)
            indicator.Look(release);
    }
}
