namespace Matching;

/// <summary>The plain text tables that lie beside this code: one entry a line, "#" begins a comment.</summary>
internal static class Tables
{
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(Tables).Assembly.GetManifestResourceStream("Matching.Words." + name)
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
