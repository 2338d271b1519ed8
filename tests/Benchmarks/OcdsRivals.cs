using System.Text.Json;

namespace Benchmarks;

/// <summary>
/// What the same file costs others, on one core in this process: only finding its lines, only reading its JSON, a document for each line.
/// </summary>
internal static class OcdsRivals
{
    private const int Buffer = 1 << 18;

    public static long FindLines(ReadOnlySpan<byte> line) => line.Length;

    public static long ReadTokens(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        long tokens = 0;
        while (reader.Read())
            tokens++;
        return tokens;
    }

    public static long ParseDocument(ReadOnlySpan<byte> line)
    {
        using var document = JsonDocument.Parse(line.ToArray());
        return document.RootElement.TryGetProperty("ocid", out var ocid) ? ocid.GetString()!.Length : 0;
    }

    public delegate long OfLine(ReadOnlySpan<byte> line);

    /// <summary>CPU seconds of this process for every line of the file.</summary>
    public static double Seconds(string file, OfLine rival)
    {
        var before = Environment.CpuUsage.TotalTime;
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        var buffer = new byte[Buffer];
        var filled = 0;
        long sum = 0;
        for (int read; (read = stream.Read(buffer, filled, buffer.Length - filled)) > 0;)
        {
            var rest = buffer.AsSpan(0, filled + read);
            for (int end; (end = rest.IndexOf((byte)'\n')) >= 0; rest = rest[(end + 1)..])
                sum += rival(rest[..end]);
            rest.CopyTo(buffer);
            filled = rest.Length;
        }

        return sum > 0 ? (Environment.CpuUsage.TotalTime - before).TotalSeconds : throw new InvalidOperationException("The file is empty.");
    }
}
