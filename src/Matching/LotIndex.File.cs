using System.Text;
using Matching.Memory;
using Procurement;

namespace Matching;

/// <summary>The index in a file, from which a service starts in a moment instead of reading all lots again.</summary>
public sealed partial class LotIndex
{
    /// <summary>Changes whenever words are folded, cut or laid out differently: an index of another version is built anew.</summary>
    private const int Version = 3;
    private const ulong Ours = 0x58444E494A4E554B;    // "KUNJINDX"
    private const int Buffer = 1 << 20;

    /// <summary>How far the store was read, in the owner's own words; kept in the file. Empty at first.</summary>
    public string Mark { get; set; } = "";

    /// <summary>
    /// Writes the index to a file, which is there whole or not at all. Searches go on meanwhile; <see cref="Add"/> waits.
    /// </summary>
    /// <exception cref="IOException">The disk does not take it; an older file stays as it was.</exception>
    public void Save(string path)
    {
        var unfinished = path + ".new";
        using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, Buffer))
        {
            try
            {
                Save(file);
                file.Flush(flushToDisk: true);
            }
            catch (IOException)
            {
                File.Delete(unfinished);    // a full disk is not left full
                throw;
            }
        }

        File.Move(unfinished, path, overwrite: true);
    }

    /// <summary>The same to a stream, which is left open.</summary>
    internal void Save(Stream stream)
    {
        using var file = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        lock (changing)    // not the gate: behind a lot that waits for it, searches would wait, too
            Write(file);
    }

    /// <summary>Reads an index that was saved with the same places by the same version.</summary>
    /// <exception cref="InvalidDataException">The file is not ours, not whole, or of another version or other places: build it anew.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static LotIndex Open(string path, IEnumerable<Place> places)
    {
        var book = new PlaceBook(places);
        using var file = new BinaryReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, Buffer), Encoding.UTF8);
        try
        {
            if (file.ReadUInt64() != Ours || file.ReadInt32() != Version || file.ReadUInt64() != book.Key)
                throw new InvalidDataException($"{Path.GetFileName(path)} is the index of another version or of other places.");
            var mark = file.ReadString();
            var index = new LotIndex(book, Shelves.Read(file)) { Mark = mark };
            return file.ReadUInt64() == Ours ? index : throw new InvalidDataException($"{Path.GetFileName(path)} is not whole.");
        }
        catch (Exception e) when (e is EndOfStreamException or ArgumentException or OverflowException or IndexOutOfRangeException or FormatException)
        {
            throw new InvalidDataException($"{Path.GetFileName(path)} is not whole.", e);
        }
    }

    private void Write(BinaryWriter file)
    {
        file.Write(Ours);
        file.Write(Version);
        file.Write(Places.Key);
        file.Write(Mark);
        Shelves.Write(file);
        file.Write(Ours);
    }
}
