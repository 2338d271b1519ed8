namespace Fakes.Invented;

/// <summary>All invented buyers and suppliers of one run, made at once from the seed; every buyer has suppliers that are near.</summary>
internal sealed class Organisations
{
    private static readonly int[] KindWeights = [46, 18, 9, 18, 9];
    private static readonly string[] Gardens = ["Балапан", "Айгөлек", "Ақбота", "Күншуақ", "Еркетай", "Балдәурен", "Нұрсәуле", "Қарлығаш",
        "Балдырған", "Жұлдыз", "Арай", "Гүлдер", "Ертөстік", "Бөбек"];
    private static readonly string[] FirmsFirst = ["Алтын", "Жаңа", "Береке", "Ұлы", "Азия", "Сарыарқа", "Дала", "Тұлпар", "Самұрық",
        "Қазына", "Шаңырақ", "Ақ", "Көк", "Нұр", "Бай", "Арман", "Талап", "Жетісу", "Каспий", "Ертіс", "Есіл", "Алатау", "Орда", "Тұран",
        "Атамекен"];
    private static readonly string[] FirmsSecond = ["Жол", "Сервис", "Құрылыс", "Трейд", "Снаб", "Агро", "Медтех", "Проект", "Групп",
        "Монтаж", "Инвест", "Логистик", "Компьютер", "Өнім", "Мебель", "Тазалық", "Энерго", "Пром", "Комплект", "Строй"];

    private readonly Dictionary<Place, List<Organisation>> suppliersOf = [];

    public List<Organisation> Buyers { get; } = [];
    public List<Organisation> Suppliers { get; } = [];

    private readonly ulong seed;
    private readonly DateOnly until;
    private int newcomers = 5_000_000;

    public Organisations(ulong seed, int buyers, int suppliers, DateOnly until)
    {
        (this.seed, this.until) = (seed, until);
        for (var i = 0; i < buyers; i++)
            Buyers.Add(Buyer(new Dice(seed, (ulong)i * 2 + 1_000_000_001), i));
        for (var i = 0; i < suppliers; i++)
        {
            var supplier = Supplier(i);
            Suppliers.Add(supplier);
            if (!suppliersOf.TryGetValue(supplier.Place.Region, out var near))
                suppliersOf[supplier.Place.Region] = near = [];
            near.Add(supplier);
        }
    }

    /// <summary>A few buyers have most of the purchases.</summary>
    public Organisation SomeBuyer(Dice dice)
    {
        var (a, b) = (dice.Below(Buyers.Count), dice.Below(Buyers.Count));
        return Buyers[dice.Chance(700) ? Math.Min(a, b) : a];
    }

    public Organisation SomeSupplier(Organisation buyer, Dice dice) =>
        dice.Chance(650) && suppliersOf.TryGetValue(buyer.Place.Region, out var near) ? dice.Of(near) : dice.Of(Suppliers);

    /// <summary>A firm of its own for a scheme: ordinary purchases never meet it.</summary>
    public Organisation Newcomer(Organisation buyer, DateTime registered) =>
        Supplier(++newcomers, buyer.Place.Region, DateOnly.FromDateTime(registered));

    private Organisation Supplier(int number, Place? region = null, DateOnly? founded = null)
    {
        var dice = new Dice(seed, (ulong)number * 2 + 2_000_000_000);
        var gazetteer = Gazetteer.Instance;
        var place = gazetteer.City(region ?? gazetteer.Regions[number % gazetteer.Regions.Count], dice);
        var isPerson = founded is null && dice.Chance(350);
        var registered = founded ?? DateOnly.FromDayNumber(until.DayNumber - dice.Between(60, 6000));
        var name = $"{dice.Of(FirmsFirst)} {dice.Of(FirmsSecond)} {number + 1}";
        var born = isPerson ? new DateOnly(1960 + dice.Below(40), 1 + dice.Below(12), 1 + dice.Below(28)) : registered;
        var pid = NumberSpaces.FirstOrganisation + 10_000_000 + number;
        return new Organisation
        {
            Pid = pid,
            Biin = NumberSpaces.Biin(dice, born, isPerson),
            Place = place,
            Registered = registered,
            Kind = isPerson ? 'p' : 'f',
            Ru = (isPerson ? $"ИП «{name}»" : $"ТОО «{name}»") + Organisation.MarkRu,
            Kz = dice.Chance(300) ? null : (isPerson ? $"«{name}» ЖК" : $"«{name}» ЖШС") + Organisation.MarkKz,
            IsVatPayer = !isPerson && dice.Chance(450),
            HeadOf = pid,
        };
    }

    private static Organisation Buyer(Dice dice, int number)
    {
        var gazetteer = Gazetteer.Instance;
        var region = gazetteer.Regions[number % gazetteer.Regions.Count];
        var kind = "skhau"[dice.Weighted(KindWeights)];
        var (place, ru, kz) = kind switch
        {
            's' => School(region, dice, number),
            'k' => Kindergarten(region, dice, number),
            'h' => Hospital(region, dice),
            'a' => Office(region, dice),
            _ => Utility(region, dice),
        };
        var registered = new DateOnly(1990 + dice.Below(30), 1 + dice.Below(12), 1 + dice.Below(28));
        var pid = NumberSpaces.FirstOrganisation + number;
        return new Organisation
        {
            Pid = pid,
            Biin = NumberSpaces.Biin(dice, registered, false),
            Place = place,
            Registered = registered,
            Kind = kind,
            Ru = ru + Organisation.MarkRu,
            HeadOf = pid,
            Kz = dice.Weighted([80, 12, 8]) switch { 0 => kz + Organisation.MarkKz, 1 => ru + Organisation.MarkRu, _ => null },
        };
    }

    private static (Place, string, string) School(Place region, Dice dice, int number)
    {
        var inVillage = dice.Chance(550);
        var place = inVillage ? Gazetteer.Instance.Village(region, dice) : Gazetteer.Instance.City(region, dice);
        var no = 1 + (number * 7 % 120);
        var (ru, kz) = inVillage
            ? ($"Общеобразовательная школа № {no} {place.OfRu}", $"{place.OfKz} № {no} жалпы білім беретін мектебі")
            : ($"Школа-гимназия № {no} {place.OfRu}", $"{place.OfKz} № {no} мектеп-гимназиясы");
        return (place, $"КГУ «{ru}» отдела образования {place.District.OfRu} управления образования {region.OfRu}",
            $"{region.OfKzPlain} білім басқармасының {place.District.OfKzPlain} бойынша білім бөлімінің «{kz}» КММ");
    }

    private static (Place, string, string) Kindergarten(Place region, Dice dice, int number)
    {
        var place = dice.Chance(350) ? Gazetteer.Instance.Village(region, dice) : Gazetteer.Instance.City(region, dice);
        var (no, name) = (1 + (number * 11 % 90), dice.Of(Gardens));
        return (place, $"ГККП «Ясли-сад № {no} «{name}» {place.OfRu}» отдела образования {place.District.OfRu}",
            $"{place.District.OfKzPlain} бойынша білім бөлімінің «{place.OfKz} № {no} «{name}» бөбекжай-бақшасы» МКҚК");
    }

    private static (Place, string, string) Hospital(Place region, Dice dice)
    {
        var district = Gazetteer.Instance.District(region, dice);
        if (dice.Chance(450) && district.Ru.EndsWith("ский район", StringComparison.Ordinal))
        {
            var (adjective, name) = (district.Ru[..^6], district.Kz.Replace(" ауданы", "", StringComparison.Ordinal));
            return (district, $"ГКП на ПХВ «{adjective[..^2]}ая районная больница» управления здравоохранения {region.OfRu}",
                $"{region.OfKzPlain} денсаулық сақтау басқармасының «{name} аудандық ауруханасы» ШЖҚ МКК");
        }

        var city = Gazetteer.Instance.City(region, dice);
        var no = 1 + dice.Below(9);
        return (city, $"ГКП на ПХВ «Городская поликлиника № {no} {city.OfRu}» управления здравоохранения {region.OfRu}",
            $"{region.OfKzPlain} денсаулық сақтау басқармасының «{city.OfKz} № {no} қалалық емханасы» ШЖҚ МКК");
    }

    private static (Place, string, string) Office(Place region, Dice dice)
    {
        if (dice.Chance(600))
        {
            var rural = Gazetteer.Instance.RuralDistrict(region, dice);
            return (rural, $"ГУ «Аппарат акима {rural.OfRu} {rural.District.OfRu} {region.OfRu}»",
                $"«{region.OfKzPlain} {rural.District.OfKzPlain} {rural.OfKzPlain} әкімінің аппараты» ММ");
        }

        var district = Gazetteer.Instance.District(region, dice);
        var (ru, kz) = dice.Of<(string, string)>(
        [
            ("жилищно-коммунального хозяйства", "тұрғын үй-коммуналдық шаруашылық"), ("строительства", "құрылыс"),
            ("культуры и развития языков", "мәдениет және тілдерді дамыту"), ("физической культуры и спорта", "дене шынықтыру және спорт"),
        ]);
        return (district, $"ГУ «Отдел {ru} {district.OfRu} {region.OfRu}»", $"«{region.OfKzPlain} {district.OfKzPlain} {kz} бөлімі» ММ");
    }

    private static (Place, string, string) Utility(Place region, Dice dice)
    {
        var place = dice.Chance(500) ? Gazetteer.Instance.District(region, dice) : Gazetteer.Instance.City(region, dice);
        var name = dice.Of<string>(["Су арнасы", "Жылу", "Тазалық", "Көгалдандыру", "Коммуналдық шаруашылық"]);
        return (place, $"ГКП на ПХВ «{name}» {place.OfRu}", $"{place.OfKz} «{name}» ШЖҚ МКК");
    }
}
