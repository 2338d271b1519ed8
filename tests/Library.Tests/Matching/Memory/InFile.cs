namespace Library.Tests.Matching.Memory;

/// <summary>Writes a part of the index and reads it back.</summary>
internal static class InFile
{
    public static T Again<T>(Action<BinaryWriter> write, Func<BinaryReader, T> read)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, System.Text.Encoding.UTF8, leaveOpen: true))
            write(writer);
        bytes.Position = 0;
        using var reader = new BinaryReader(bytes);
        var again = read(reader);
        Xunit.Assert.Equal(bytes.Length, bytes.Position);
        return again;
    }
}
