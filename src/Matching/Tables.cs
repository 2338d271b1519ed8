namespace Matching;

/// <summary>The plain text tables that lie beside this code: one entry a line, "#" begins a comment.</summary>
internal static class Tables
{
    private const string Folder = "Matching.Words.";

    /// <summary>All lines of all tables of things, one table for each field of life.</summary>
    public static IEnumerable<string> Things() => typeof(Tables).Assembly.GetManifestResourceNames().Order(StringComparer.Ordinal)
        .Where(name => name.StartsWith(Folder + "Things.", StringComparison.Ordinal)).SelectMany(name => Lines(name[Folder.Length..]));

    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(Tables).Assembly.GetManifestResourceStream(Folder + name)
            ?? throw new InvalidOperationException($"The table {name} is not built into the library.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var entry = line.Split('#')[0].Trim();
            if (entry.Length > 0)
                yield return entry;
        }
    }
}
