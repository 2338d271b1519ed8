using System.IO.Compression;
using System.Text.Json;

namespace Fakes.Invented;

/// <summary>The bundled sample's files, which lie in this assembly: real places, reference tables, names of goods.</summary>
internal static class Sample
{
    public static IEnumerable<JsonElement> Rows(string file)
    {
        using var stream = new GZipStream(Open(file), CompressionMode.Decompress);
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            yield return JsonElement.Parse(line);
    }

    public static IEnumerable<string> Lines(string file)
    {
        using var reader = new StreamReader(Open(file));
        while (reader.ReadLine() is { } line)
            if (line is not "" and not ['#', ..])
                yield return line;
    }

    private static Stream Open(string file) =>
        typeof(Sample).Assembly.GetManifestResourceStream(file) ?? throw new InvalidOperationException($"{file} is not in the assembly.");
}
