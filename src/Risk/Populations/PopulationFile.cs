using System.Runtime.InteropServices;
using System.Text.Json;

namespace Risk.Populations;

/// <summary>
/// The tables as a file, so that a start need not read the whole store: a header with checksum, the rows as they lie in memory, a checksum
/// of all. The caller saves it under another name and renames it.
/// </summary>
public static class PopulationFile
{
    private const long Magic = 0x4E4F_4950_4F50_5A4B;
    private const int Format = 1;
    private const int LongestHeader = 1 << 28;
    private const int BlockOfRows = 4096;

    /// <param name="mark">Up to which of its stamps the store was read.</param>
    public static void Save(Stream stream, PopulationTables tables, long mark)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tables);
        using var file = new CheckedWriter(stream);
        var header = JsonSerializer.SerializeToUtf8Bytes(PopulationHeader.Of(tables, mark));
        file.Write(Magic);
        file.Write(Format);
        file.Write(Layout.Digest);
        file.Write(header.Length);
        file.Write(header);
        file.Seal();
        file.Write(tables.Lots.Bytes);
        file.Write(tables.Bids.Bytes);
        SaveDeals(file, tables);
        file.Write(tables.Acts.Bytes);
        file.Write(MemoryMarshal.AsBytes(tables.Firms.Values.OrderBy(firm => firm.Bin).ToArray().AsSpan()));
        file.Write(MemoryMarshal.AsBytes(tables.Traits.OrderBy(t => t.Bin).ThenBy(t => t.Trait.Kind).ThenBy(t => t.Trait.Digest).ToArray().AsSpan()));
        file.Seal();
    }

    /// <summary>The tables of a file; or why they cannot be used, which is never an exception but for a disk that cannot be read.</summary>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static OpenedPopulation Open(Stream stream, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(catalogue);
        using var file = new CheckedReader(stream);
        var header = Header(file, catalogue, out var fault);
        if (header is null)
            return new OpenedPopulation(null, 0, fault);

        var tables = header.Tables(catalogue);
        var (firms, traits) = (new Rows<FirmFact>(), new Rows<TraitFact>());
        var whole = Read(file, tables.Lots, header.Lots) && Read(file, tables.Bids, header.Bids) && Read(file, tables.Deals, header.Deals)
            && Read(file, tables.Items, header.Items) && Read(file, tables.Acts, header.Acts)
            && Read(file, firms, header.Firms) && Read(file, traits, header.Traits);
        fault = whole ? file.Sealed() : PopulationFault.CutShort;
        if (fault is not null)
            return new OpenedPopulation(null, 0, fault);

        foreach (ref readonly var firm in firms.Span)
            tables.Firms[firm.Bin] = firm;
        foreach (ref readonly var trait in traits.Span)
            tables.Traits.Add(trait);
        return new OpenedPopulation(tables, header.Mark, null);
    }

    private static PopulationHeader? Header(CheckedReader file, Catalogue catalogue, out PopulationFault? fault)
    {
        if (!file.TryRead(out long magic))
            return No(PopulationFault.CutShort, out fault);
        if (magic != Magic)
            return No(PopulationFault.NotAPopulation, out fault);
        if (!file.TryRead(out int format) || !file.TryRead(out long layout) || !file.TryRead(out int length))
            return No(PopulationFault.CutShort, out fault);
        if (format != Format || layout != Layout.Digest)
            return No(PopulationFault.OtherFormat, out fault);
        if (length is < 0 or > LongestHeader)
            return No(PopulationFault.Damaged, out fault);

        var bytes = new byte[length];
        fault = file.TryRead(bytes) ? file.Sealed() : PopulationFault.CutShort;
        if (fault is not null)
            return null;
        var header = JsonSerializer.Deserialize<PopulationHeader>(bytes)!;
        return header.CatalogueVersion == catalogue.Version ? header : No(PopulationFault.OtherCatalogue, out fault);
    }

    private static PopulationHeader? No(PopulationFault reason, out PopulationFault? fault)
    {
        fault = reason;
        return null;
    }

    private static bool Read<T>(CheckedReader file, Rows<T> rows, int count)
        where T : unmanaged, IEquatable<T> => file.TryRead(MemoryMarshal.AsBytes(rows.Fill(count)));

    /// <summary>Contracts with their subjects one after another: subjects of contracts that were forgotten stay behind.</summary>
    private static void SaveDeals(CheckedWriter file, PopulationTables tables)
    {
        var (block, next) = (new List<DealFact>(BlockOfRows), 0);
        foreach (ref readonly var deal in tables.Deals.Span)
        {
            block.Add(deal with { FirstItem = next });
            next += deal.ItemCount;
            if (block.Count == BlockOfRows)
                Flush();
        }

        Flush();
        foreach (ref readonly var deal in tables.Deals.Span)
            file.Write(MemoryMarshal.AsBytes(tables.Items.Span.Slice(deal.FirstItem, deal.ItemCount)));

        void Flush()
        {
            file.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(block)));
            block.Clear();
        }
    }
}
