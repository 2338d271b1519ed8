namespace Fakes.Invented;

/// <summary>What a purchase is made with: the organisations, the ids, the last day that is known.</summary>
internal sealed class Stage(Organisations organisations, DateTime now)
{
    public NumberSpaces Ids { get; } = new();
    public Organisations Organisations => organisations;

    /// <summary>The moment at which the portal is seen: nothing after it has happened yet.</summary>
    public DateTime Now => now;

    /// <summary>A row of a plan for so much of a thing; the defects of the portal's Kazakh are drawn here.</summary>
    public PlanRow Plan(Organisation buyer, Thing thing, decimal count, decimal price, Method method, DateTime created, Dice dice,
        int ground = Grounds.None)
    {
        var (ru, kz) = Details.For(thing, dice);
        var id = Ids.PlanItem();
        return new PlanRow
        {
            Id = id,
            Root = id,
            Buyer = buyer,
            Thing = thing,
            Count = count,
            Price = price,
            MethodId = method.Id,
            Created = created,
            Place = buyer.Place,
            Year = created.Month >= 10 ? created.Year + 1 : created.Year,
            JustificationId = ground,
            DetailsRu = ru,
            DetailsKz = dice.Weighted([480, 470, 50]) switch { 0 => kz, 1 => ru, _ => null },
            NameKz = dice.Weighted([720, 220, 60]) switch
            {
                0 => thing.Kz ?? (dice.Chance(800) ? thing.Ru : null),
                1 => thing.Ru,
                _ => null,
            },
            DescriptionKz = dice.Weighted([700, 250, 50]) switch { 0 => thing.DescriptionKz, 1 => thing.DescriptionRu, _ => null },
        };
    }

    /// <summary>An announcement without lots yet.</summary>
    public Purchase Announce(Organisation buyer, Method method, DateTime published, Dice dice, Purchase? before = null)
    {
        published = WorkCalendar.OnWorkingDay(published);
        var start = published.AddSeconds(dice.Between(2, 40));
        DateTime? discussion = null;
        if (method == Method.Tender && before is null)
        {
            discussion = published;
            start = WorkCalendar.Add(published, 5).Date.AddHours(9);
        }

        return new Purchase
        {
            Id = Ids.Announcement(),
            Buyer = buyer,
            Method = method,
            Published = published,
            Start = start,
            DiscussionFrom = discussion,
            DiscussionUntil = discussion is null ? null : WorkCalendar.Add(published, 2),
            End = method.End(start, before is not null, dice),
            ParentId = before?.Id,
            Attempt = before is null ? 1 : before.Attempt + 1,
            Updated = published,
        };
    }

    /// <summary>Puts a lot on an announcement.</summary>
    public LotOffer Lot(Purchase purchase, PlanRow plan, Dice dice)
    {
        var lot = new LotOffer
        {
            Id = Ids.Lot(),
            Plan = plan,
            Number = $"{plan.Root}-{purchase.Method.Symbol}{purchase.Attempt}",
            Count = plan.Count,
            Price = plan.Price,
            WithoutPlaces = dice.Chance(120),
            WithoutPlan = purchase.Method is { Symbol: "ЗЦП" or "ОИ" } && (Now - purchase.Published).TotalDays < 14 && dice.Chance(300),
        };
        purchase.Lots.Add(lot);
        if (purchase.Lots.Count == 1)
            Title(purchase, dice);
        return lot;
    }

    /// <summary>A number of its own for a contract of this buyer in this year.</summary>
    public static string ContractNumber(Organisation buyer, DateTime signed) =>
        $"{buyer.Biin}/{signed.Year % 100:00}{++buyer.Contracts % 10_000:0000}";

    private static void Title(Purchase purchase, Dice dice)
    {
        var (ru, kz) = Details.Title(purchase.Lots[0].Thing, purchase.Buyer, 1 + dice.Below(3), dice);
        purchase.TitleRu = ru + Organisation.MarkRu;
        purchase.TitleKz = dice.Weighted([780, 170, 50]) switch { 0 => kz + Organisation.MarkKz, 1 => purchase.TitleRu, _ => null };
    }
}
