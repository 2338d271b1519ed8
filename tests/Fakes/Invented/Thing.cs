using System.Globalization;

namespace Fakes.Invented;

/// <summary>Something that is bought: a position of the classifier with its usual price, unit and buyers.</summary>
internal sealed record Thing(
    string Code, Unit Unit, int SubjectType, long Price, string Ru, string? Kz, string DescriptionRu, string? DescriptionKz, string Buyers);

/// <summary>A unit of measure.</summary>
internal sealed record Unit(string Code, string Ru, string Kz);

/// <summary>What invented buyers buy: a list of our own in two languages, and the positions of the bundled sample.</summary>
internal sealed class Market
{
    public static Market Instance { get; } = new();

    private readonly Dictionary<string, Unit> units = Sample.Lines("invented-units.txt").Select(line => line.Split('|'))
        .ToDictionary(parts => parts[0], parts => new Unit(parts[0], parts[1], parts[2]), StringComparer.Ordinal);

    private readonly Dictionary<(char Buyer, int SubjectType), List<Thing>> fitting = [];

    /// <summary>From the sample: real names, often without Kazakh.</summary>
    private readonly List<Thing> sampled;

    public IReadOnlyList<Thing> Own { get; }
    public IEnumerable<Unit> Units => units.Values;

    private Market()
    {
        Own = [.. Sample.Lines("invented-things.txt").Select(OwnThing)];
        foreach (var buyer in "skhau")
            for (var type = 1; type <= 3; type++)
                fitting[(buyer, type)] =
                    [.. Own.Where(thing => thing.SubjectType == type && (thing.Buyers.Contains('*') || thing.Buyers.Contains(buyer)))];
        var byName = units.Values.ToDictionary(unit => unit.Ru, StringComparer.Ordinal);
        sampled = [.. Sample.Rows("lots-2026-02.jsonl.gz").Select(row => SampledThing(row, byName)).OfType<Thing>()
            .DistinctBy(thing => (thing.Code, thing.DescriptionRu))];
    }

    /// <summary>Goods, works or services such as this kind of buyer buys.</summary>
    public Thing For(char buyer, int subjectType, Dice dice) =>
        subjectType == 1 && dice.Chance(350) ? dice.Of(sampled) : dice.Of(fitting[(buyer, subjectType)]);

    /// <summary>Something of our own list, by the beginning of its code.</summary>
    public Thing ByCode(string start) => Own.First(thing => thing.Code.StartsWith(start, StringComparison.Ordinal));

    private Thing OwnThing(string line)
    {
        var parts = line.Split('|');
        return new Thing(
            parts[0], units[parts[1]], int.Parse(parts[2], CultureInfo.InvariantCulture),
            long.Parse(parts[3], CultureInfo.InvariantCulture),
            parts[4], parts[5], parts[6], parts[7], parts[8]);
    }

    private static Thing? SampledThing(System.Text.Json.JsonElement lot, Dictionary<string, Unit> byName)
    {
        var plan = lot.TryGetProperty("Plans", out var plans) && plans.GetArrayLength() == 1 ? plans[0] : default;
        if (plan.ValueKind == default || !plan.TryGetProperty("price", out var price) || price.GetDecimal() is < 20 or > 5_000_000
            || !plan.TryGetProperty("RefEnstru", out var enstru) || !plan.TryGetProperty("RefUnits", out var unit)
            || !plan.TryGetProperty("refSubjectTypeId", out var type) || type.GetInt32() != 1
            || !byName.TryGetValue(unit.GetProperty("nameRu").GetString()!, out var known))
            return null;
        var kazakh = lot.TryGetProperty("nameKz", out var kz) ? kz.GetString() : null;
        var description = lot.TryGetProperty("descriptionRu", out var desc) ? desc.GetString()! : "";
        return new Thing(
            enstru.GetProperty("code").GetString()!, known, 1, (long)price.GetDecimal(), lot.GetProperty("nameRu").GetString()!, kazakh,
            description, null, "*");
    }
}
