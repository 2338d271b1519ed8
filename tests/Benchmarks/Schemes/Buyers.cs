using System.Globalization;
using Procurement;

namespace Benchmarks.Schemes;

/// <summary>A public buyer of the made-up country.</summary>
internal sealed record Buyer
{
    public required int Index { get; init; }
    public required Organisation Organisation { get; init; }
    public required BuyerKinds Kind { get; init; }

    /// <summary>Index of the oblast, and the nine-digit place where it sits.</summary>
    public required int Region { get; init; }
    public required string Place { get; init; }

    /// <summary>How much it buys, 1 for the usual one.</summary>
    public required double Size { get; init; }
    public required IReadOnlyList<Trait> Traits { get; init; }

    /// <summary>What it buys, without meals, utilities and large works, which have ways of their own.</summary>
    public required IReadOnlyList<Product> Needs { get; init; }
    public string Bin => Organisation.Bin;
    public Bilingual Name => Organisation.Name;
}

/// <summary>Schools, hospitals, akims' offices in twenty oblasts.</summary>
internal static class Buyers
{
    /// <summary>First two digits of KATO: oblasts and cities of national significance.</summary>
    public static readonly string[] Oblasts =
        ["10", "11", "15", "19", "23", "27", "31", "33", "35", "39", "43", "47", "55", "59", "61", "62", "63", "71", "75", "79"];

    private static readonly (BuyerKinds Kind, double Share, string Name, string Kazakh)[] Kinds =
    [
        (BuyerKinds.School, .40, "КГУ \"Общеобразовательная школа № {0}\" отдела образования", "\"№ {0} жалпы білім беретін мектеп\" КММ"),
        (BuyerKinds.Kindergarten, .12, "ГККП \"Ясли-сад № {0}\"", "\"№ {0} бөбекжай-балабақша\" МКҚК"),
        (BuyerKinds.Hospital, .09, "КГП на ПХВ \"Больница № {0}\" управления здравоохранения", "\"№ {0} аурухана\" ШЖҚ КМК"),
        (BuyerKinds.Rural, .18, "КГУ \"Аппарат акима сельского округа № {0}\"", "\"№ {0} ауылдық округі әкімінің аппараты\" КММ"),
        (BuyerKinds.Town, .08, "ГУ \"Отдел жилищно-коммунального хозяйства района № {0}\"",
            "\"№ {0} аудандық тұрғын үй-коммуналдық шаруашылық бөлімі\" ММ"),
        (BuyerKinds.Department, .08, "РГУ \"Департамент № {0}\"", "\"№ {0} департамент\" РММ"),
        (BuyerKinds.College, .05, "КГКП \"Колледж № {0}\"", "\"№ {0} колледж\" КМҚК"),
    ];

    public static IReadOnlyList<Buyer> Make(long seed, int count, IReadOnlyList<Product> products)
    {
        var chance = Chance.For(seed, "buyers");
        var needs = Kinds.ToDictionary(kind => kind.Kind, kind => products
            .Where(product => product.Buyers.HasFlag(kind.Kind) && !World.HasItsOwnWay(product)).ToList());
        return [.. Enumerable.Range(0, count).Select(index => One(index, chance, needs))];
    }

    private static Buyer One(int index, Chance chance, Dictionary<BuyerKinds, List<Product>> needs)
    {
        var draw = chance.Unit();
        var (kind, _, name, kazakh) = Kinds.First(row => (draw -= row.Share) < 0 || row == Kinds[^1]);
        var region = chance.Below(Oblasts.Length);
        var place = $"{Oblasts[region]}{chance.From(10, 48)}{chance.From(10, 60)}{chance.From(100, 180)}";
        var registered = new DateOnly(1996, 1, 1).AddDays(chance.Below(9_000));
        var number = (index + 1).ToString(CultureInfo.InvariantCulture);
        var signatory = Numbers.FullName(chance);
        return new Buyer
        {
            Index = index,
            Kind = kind,
            Region = region,
            Place = place,
            Size = Math.Min(6, Math.Exp(.6 * chance.Normal())),
            Needs = Own(needs[kind], chance),
            Traits = [Numbers.Trait(TraitKind.FullName, signatory), Numbers.Trait(TraitKind.Phone, $"8717{(index * 738_291L + 2_345_671) % 10_000_000:0000000}")],
            Organisation = new Organisation
            {
                Bin = Numbers.Bin(registered, index),
                PortalId = 100_000 + index,
                Name = new Bilingual(
                    string.Format(CultureInfo.InvariantCulture, name, number), string.Format(CultureInfo.InvariantCulture, kazakh, number)),
                Places = [place],
                Registered = Days.At(registered, 0),
                IsBuyer = true,
                IsSupplier = false,
                Oked = kind switch
                {
                    BuyerKinds.School => 85_310,
                    BuyerKinds.Kindergarten => 85_100,
                    BuyerKinds.Hospital => 86_101,
                    BuyerKinds.College => 85_321,
                    _ => 84_113,
                },
                Traits = [Numbers.Trait(TraitKind.FullName, signatory), Numbers.Trait(TraitKind.Head, $"{signatory}{index}")],
            },
        };
    }

    /// <summary>Two thirds of what its kind needs: buyers have habits.</summary>
    private static List<Product> Own(List<Product> all, Chance chance) => [.. all.Where(_ => chance.Is(.66))];
}
