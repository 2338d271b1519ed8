using System.Buffers;
using System.Text.RegularExpressions;
using Procurement;
using Risk.Populations;

namespace Risk;

/// <summary>What the words of a lot say about the object that is built or repaired: where it is, what is done, how much.</summary>
/// <param name="Object">Digest of the only address, else of the only institution with a number; 0 for none or several.</param>
/// <param name="Objects">How many addresses or institutions are named.</param>
/// <param name="NamesVolume">Square metres, metres, pieces … are given.</param>
internal sealed partial record BuildingText(long Object, int Objects, WorkKinds Works, bool IsCurrentRepair, bool NamesVolume)
{
    private static readonly (WorkKinds Kind, string[] Words)[] Kinds =
    [
        (WorkKinds.Roof, ["кровл", "крыш", "шатыр"]),
        (WorkKinds.Facade, ["фасад", "қасбет"]),
        (WorkKinds.Windows, ["окон", "окна", "двер", "терезе", "есік"]),
        (WorkKinds.Floors, ["полов", "пола ", "линолеум", "еден"]),
        (WorkKinds.Heating, ["отоплен", "котельн", "теплотрасс", "жылыту", "қазандық"]),
        (WorkKinds.Water, ["водопровод", "водоснабж", "канализац", "санузл", "сантех", "сумен жабдықтау", "кәріз"]),
        (WorkKinds.Electricity, ["электр", "освещен", "жарықтандыр"]),
        (WorkKinds.Road, ["дорог", "асфальт", "тротуар", "жол "]),
        (WorkKinds.Yard, ["благоустр", "огражден", "забор", "абаттандыр", "қоршау"]),
        (WorkKinds.Ventilation, ["вентиляц", "кондицион", "желдет"]),
        (WorkKinds.FireSafety, ["пожар", "сигнализац", "өрт"]),
        (WorkKinds.Sports, ["спортзал", "спортивного зала", "площадк", "стадион", "спорт зал", "алаң"]),
    ];

    private static readonly string[] Watching = ["технический надзор", "техническому надзору", "технического надзора", "техническим надзором",
        "авторский надзор", "авторскому надзору", "авторского надзора", "технадзор", "техникалық қадағалау", "авторлық қадағалау"];

    private static readonly string[] Current = ["текущий ремонт", "текущего ремонта", "текущему ремонту", "текущим ремонтом", "ағымдағы жөндеу"];

    /// <summary>Null for lots that have nothing to do with building.</summary>
    public static BuildingText? Read(Lot lot)
    {
        var builds = lot is { SubjectType: 2 } or { IsConstruction: true } or { DesignSign: > 0 };
        if (!builds && !MayWatch(lot.Name.Ru) && !MayWatch(lot.AnnouncementTitle.Ru) && !MayWatch(lot.Details.Ru ?? lot.Details.Kz))
            return null;
        var text = Folded(lot);
        var watches = Watching.Any(text.Contains);
        if (!watches && !builds)
            return null;

        var works = Kinds.Where(kind => kind.Words.Any(text.Contains)).Aggregate(WorkKinds.None, (sum, kind) => sum | kind.Kind);
        var repairs = text.Contains("ремонт", StringComparison.Ordinal) || text.Contains("жөнде", StringComparison.Ordinal);
        works = works == WorkKinds.None && repairs ? WorkKinds.Repair : works;
        var streets = Keys(Street().Matches(text)).Concat(Keys(KazakhStreet().Matches(text))).Distinct().ToList();
        var houses = Keys(Institution().Matches(text)).Concat(Keys(KazakhInstitution().Matches(text))).Distinct().ToList();
        var key = streets.Count == 1 ? streets[0] : streets.Count == 0 && houses.Count == 1 ? houses[0] : null;

        return new BuildingText(
            key is null ? 0 : Words.DigestOfKey(key), Math.Max(streets.Count, Math.Max(houses.Count, Listed(text))),
            watches ? works | WorkKinds.Supervision : works, Current.Any(text.Contains), Volume().IsMatch(text));
    }

    /// <summary>Both do the same work.</summary>
    public static bool IsSameWork(WorkKinds one, WorkKinds other) =>
        ((one | other) & WorkKinds.Supervision) == 0 && (one & other) != WorkKinds.None;

    /// <summary>Without one of these nobody watches: most lots need no closer look.</summary>
    private static bool MayWatch(string? text) => text.AsSpan().ContainsAny(Supervision);

    private static readonly SearchValues<string> Supervision = SearchValues.Create(["надзор", "қадағалау"], StringComparison.OrdinalIgnoreCase);

    private static string Folded(Lot lot) =>
        string.Join(' ', LowerCase.Of($"{lot.Name.Ru} {lot.AnnouncementTitle.Ru} {lot.Details.Ru ?? lot.Details.Kz} ").Replace('ё', 'е')
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) + " ";

    /// <summary>The beginning of the name is enough, so that cases of grammar do not matter, with the number of the house.</summary>
    private static IEnumerable<string> Keys(MatchCollection matches) => matches.Select(match =>
    {
        var name = string.Concat(match.Groups["name"].Value.Where(char.IsLetterOrDigit));
        return $"{name[..Math.Min(5, name.Length)]}|{match.Groups["n"].Value.TrimStart('0')}";
    });

    /// <summary>"школ № 1, 5, 7": three.</summary>
    private static int Listed(string text) => List().Matches(text).Select(match => match.Value.Count(',') + 1).DefaultIfEmpty(0).Max();

    [GeneratedRegex(@"(?<!\p{L})(ул(ица|ице|ицы|\.)?|пр(оспект\p{L}?|-т|\.)|пер(еул\p{L}+|\.)|мкрн?\.?|микрорайон\p{L}?)\s*"
        + @"(?<name>[\p{L}.\- ]{3,30}?),?\s*(д(ом|\.)?\s*|№\s*|үй\s*)?(?<n>\d{1,4}\p{L}?(/\d{1,3})?)(?!\p{L})")]
    private static partial Regex Street();

    [GeneratedRegex(@"(?<!\p{L})(?<name>[\p{L}.\-]{3,30})\s+көшесі,?\s*(№\s*|үй\s*)?(?<n>\d{1,4}\p{L}?(/\d{1,3})?)(?!\p{L})")]
    private static partial Regex KazakhStreet();

    [GeneratedRegex(@"(?<name>школ|лице|гимнази|детск\p{L}* сад|ясли|больниц|поликлиник|колледж)\p{L}*[\s-]*№\s*(?<n>\d{1,4})")]
    private static partial Regex Institution();

    [GeneratedRegex(@"№\s*(?<n>\d{1,4})\s*[\p{L} ]{0,25}?(?<name>мектеп|лице|гимнази|балабақша|аурухана|емхана|колледж)")]
    private static partial Regex KazakhInstitution();

    [GeneratedRegex(@"№\s*\d{1,4}(\s*,\s*(№\s*)?\d{1,4}(?!\d|\s*(м|шт|кв|тг|тен)))+")]
    private static partial Regex List();

    [GeneratedRegex(@"\d\s*(м2|м²|м3|м³|кв\.?\s*м|куб\.?\s*м|п\.?\s*м|пог|метр|км|м\b|шт|тонн|комплект|га\b|дана|шаршы)")]
    private static partial Regex Volume();
}
