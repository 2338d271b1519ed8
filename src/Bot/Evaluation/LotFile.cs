using System.Text.Json;
using Procurement;

namespace Bot.Evaluation;

/// <summary>Lots from a file: flat objects (<see cref="LotLine"/>), or records of the register. Told by the first line.</summary>
internal static class LotFile
{
    public static IEnumerable<Lot> Read(FileInfo file) => JsonLineFile.Read(file, IsFlat).FirstOrDefault(true)
        ? JsonLineFile.Read(file, LotLine.Read)
        : OfRegister(file);

    /// <summary>The register names the kind of a record, and a lot's number otherwise than we do.</summary>
    private static bool IsFlat(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        using var document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.ValueKind == JsonValueKind.Object
            && !document.RootElement.TryGetProperty("__typename", out _) && !document.RootElement.TryGetProperty("lotNumber", out _);
    }

    private static IEnumerable<Lot> OfRegister(FileInfo file)
    {
        using var stream = file.OpenRead();
        foreach (var reading in RegisterFile.Read(stream).ToBlockingEnumerable())
            if (reading.Rejection is { } why)
                throw new BadFileException($"{file}, line {reading.Line}: {why}");
            else if (reading.Record is Lot lot)
                yield return lot;
    }
}
