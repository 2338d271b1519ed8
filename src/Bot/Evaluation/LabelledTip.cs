using System.Text.Json;

namespace Bot.Evaluation;

/// <summary>A tip whose lots are known, for measuring.</summary>
/// <param name="Lots">Ids of the lots that it can mean, any of them right; empty when there is none.</param>
/// <param name="Lang">Language as the author of the set names it: kk, ru, en, mix; empty when not said.</param>
/// <param name="Kind">What is particular about it; empty when not said.</param>
internal sealed record LabelledTip(string Id, string Text, IReadOnlyList<string> Lots, string Lang, string Kind)
{
    public bool HasLot => Lots.Count > 0;

    public static LabelledTip Read(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        return new LabelledTip(
            Word(root, "id") ?? throw new FormatException("a tip needs an id."),
            Word(root, "text") ?? "",
            root.TryGetProperty("lots", out var lots) && lots.ValueKind == JsonValueKind.Array
                ? [.. lots.EnumerateArray().Select(lot => lot.ToString())]
                : [],
            Word(root, "lang") ?? "",
            Word(root, "kind") ?? "");
    }

    public static IReadOnlyList<LabelledTip> ReadAll(FileInfo file, bool areAsked)
    {
        var tips = JsonLineFile.Read(file, Read).ToList();
        if (tips.Count == 0)
            throw new BadFileException($"There are no tips in {file}.");
        return areAsked && tips.FindIndex(tip => tip.Text.Length == 0) is >= 0 and var at
            ? throw new BadFileException($"{file}: the tip {tips[at].Id} has no text.")
            : tips;
    }

    private static string? Word(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? value.ToString()
            : null;
}
