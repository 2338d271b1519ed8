namespace Fakes.Invented;

/// <summary>A place of the real classifier of territories, with the endings that names of institutions need.</summary>
internal sealed class Place(string code, int level, string ru, string kz, Place? parent)
{
    public string Code => code;
    public int Level => level;
    public string Ru => ru;
    public string Kz => kz;
    public Place? Parent => parent;
    public Place Region => parent?.Region ?? this;

    /// <summary>The district or the city under whose offices the place stands.</summary>
    public Place District => Level <= 2 || parent is null || parent.Level == 1 ? this : parent.District;
    public bool IsCity => ru.StartsWith("г.", StringComparison.Ordinal) || ru.EndsWith("Г.А.", StringComparison.Ordinal);
    public bool IsRuralDistrict => level == 3
        && (ru.EndsWith("с.о.", StringComparison.Ordinal) || ru.EndsWith("с.о", StringComparison.Ordinal));
    public bool IsVillage => level == 4 && ru.StartsWith("с.", StringComparison.Ordinal);

    public string FullRu { get; } = parent is null ? ru : $"{parent.FullRu}, {ru}";
    public string FullKz { get; } = parent is null ? kz : $"{parent.FullKz}, {kz}";

    /// <summary>Whose: "Атбасарского района", "города Семей", "области Абай", "села Карааул".</summary>
    public string OfRu { get; } = Endings.OfRu(ru);

    /// <summary>Whose in Kazakh: "Атбасар ауданының", "Семей қаласының".</summary>
    public string OfKz => OfKzPlain + (OfKzPlain.EndsWith('і') ? "нің" : OfKzPlain.EndsWith('ы') ? "ның" : "");

    /// <summary>"Атбасар ауданы", "Семей қаласы", "Қараауыл ауылы".</summary>
    public string OfKzPlain { get; } = Endings.WholeKz(kz);
}

/// <summary>The places that invented buyers stand in: every region of the real classifier.</summary>
internal sealed class Gazetteer
{
    public static Gazetteer Instance { get; } = Load();

    public IReadOnlyList<Place> Regions { get; }
    private readonly Dictionary<Place, Settlements> inside = [];

    private Gazetteer(List<Place> places)
    {
        Regions = places.FindAll(place => place.Level == 1);
        foreach (var region in Regions)
        {
            var all = places.FindAll(place => place.Region == region && place.Code != "");
            var cities = all.FindAll(place => place.IsCity
                && (place.Level == 3 || (place.Level == 1 && place.Ru.StartsWith("г.", StringComparison.Ordinal))));
            var districts = all.FindAll(place => place.Level == 2 && place.Ru.EndsWith("район", StringComparison.Ordinal));
            inside[region] = new(cities, all.FindAll(place => place.IsRuralDistrict), all.FindAll(place => place.IsVillage), districts);
        }
    }

    public Place City(Place region, Dice dice) => dice.Of(inside[region].Cities);
    public Place Village(Place region, Dice dice) => Some(inside[region].Villages, region, dice);
    public Place RuralDistrict(Place region, Dice dice) => Some(inside[region].RuralDistricts, region, dice);
    public Place District(Place region, Dice dice) => Some(inside[region].Districts, region, dice);

    private sealed record Settlements(List<Place> Cities, List<Place> RuralDistricts, List<Place> Villages, List<Place> Districts);

    private Place Some(List<Place> wanted, Place region, Dice dice) => wanted.Count > 0 ? dice.Of(wanted) : City(region, dice);

    private static Gazetteer Load()
    {
        var byCode = new Dictionary<string, Place>(StringComparer.Ordinal);
        var places = new List<Place>();
        foreach (var row in Sample.Rows("places-2025.jsonl.gz"))
        {
            var parent = row.TryGetProperty("parentCode", out var code) ? byCode.GetValueOrDefault(code.GetString()!) : null;
            var place = new Place(
                row.GetProperty("code").GetString()!, row.GetProperty("level").GetInt32(), row.GetProperty("nameRu").GetString()!,
                row.GetProperty("nameKz").GetString()!, parent);
            byCode.TryAdd(place.Code, place);
            places.Add(place);
        }

        return new Gazetteer(places);
    }
}
