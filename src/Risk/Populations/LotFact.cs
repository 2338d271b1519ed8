using Procurement;

namespace Risk.Populations;

/// <summary>One lot as the population remembers it. Numbers are 0, days are 0, where the register does not tell.</summary>
public readonly record struct LotFact
{
    public required long Id { get; init; }

    /// <summary>Root of the plan item, shared by all attempts to buy it; attempt 1, 2 …</summary>
    public long PlanRoot { get; init; }
    public int Attempt { get; init; }
    public long AnnouncementId { get; init; }

    /// <summary>The buyer's business number as a number, and its kind: an index into <see cref="Population.BuyerKinds"/>, 0 for none.</summary>
    public long Buyer { get; init; }
    public byte BuyerKind { get; init; }

    /// <summary>Code of the thing: <see cref="EnstruCode"/>.</summary>
    public long Enstru { get; init; }

    /// <summary>1 goods, 2 works, 3 services.</summary>
    public byte Subject { get; init; }
    public short Method { get; init; }
    public short PlannedMethod { get; init; }
    public short Status { get; init; }
    public bool IsDeleted { get; init; }

    /// <summary>Days in Astana (<see cref="DateOnly.DayNumber"/>): published, bids due, results published.</summary>
    public int Published { get; init; }
    public int Due { get; init; }
    public int Results { get; init; }

    /// <summary>Planned sum and price of one unit in hundredths of a tenge, without VAT.</summary>
    public long AmountTiyn { get; init; }
    public long PriceTiyn { get; init; }
    public float Quantity { get; init; }

    /// <summary>Indices into <see cref="Population.Units"/> and <see cref="Population.Packs"/>.</summary>
    public ushort Unit { get; init; }
    public ushort Pack { get; init; }

    /// <summary>Regions of delivery as bits (<see cref="Population.RegionBits"/>); digest of the places in full.</summary>
    public uint Regions { get; init; }
    public int Places { get; init; }

    /// <summary>How many places it is delivered to; district of the first one, four digits of KATO.</summary>
    public byte PlaceCount { get; init; }
    public short District { get; init; }

    /// <summary>Digest of the buyer's normalised words; 0 when there are too few of them to tell one purchase from another.</summary>
    public long Text { get; init; }

    /// <summary>Digest of the only address or institution that a text about building names, 0 for none or several; kinds of work on it.</summary>
    public long Object { get; init; }
    internal WorkKinds Works { get; init; }

    /// <summary>Price of meals for one child and day in hundredths of a tenge; 0 where the words do not tell it.</summary>
    public long MealPriceTiyn { get; init; }

    /// <summary>Planned sum in tenge without VAT.</summary>
    public decimal Amount => AmountTiyn / 100m;
    public decimal Price => PriceTiyn / 100m;

    /// <summary>The financial year: that of the publication.</summary>
    public int Year => Published == 0 ? 0 : DateOnly.FromDayNumber(Published).Year;

    /// <summary>What of a lot can be told without the population's own numbers: unit, pack, regions, buyer's kind are left 0.</summary>
    internal static LotFact Of(Lot lot) => Of(lot, BuildingText.Read(lot));

    internal static LotFact Of(Lot lot, BuildingText? building) => new()
    {
        Id = lot.Id,
        PlanRoot = LotAttempts.PlanRootOf(lot),
        Attempt = LotAttempts.NumberOf(lot) ?? 1,
        AnnouncementId = lot.AnnouncementId ?? 0,
        Buyer = Numbers.Bin(lot.BuyerBin),
        Enstru = EnstruCode.Of(lot.Enstru),
        Subject = (byte)(lot.SubjectType ?? 0),
        Method = (short)(lot.MethodId ?? 0),
        PlannedMethod = (short)(lot.PlannedMethodId ?? 0),
        Status = (short)(lot.StatusId ?? 0),
        IsDeleted = lot.IsDeleted,
        Published = Numbers.Day(lot.Published),
        Due = Numbers.Day(lot.BidsDue),
        Results = Numbers.Day(lot.ResultsPublished),
        AmountTiyn = Numbers.Tiyn(lot.Amount),
        PriceTiyn = Numbers.Tiyn(lot.UnitPrice),
        Quantity = (float)(lot.Count ?? 0),
        Places = Words.DigestOf(lot.Places),
        PlaceCount = (byte)Math.Min(lot.Places.Count, byte.MaxValue),
        District = DistrictOf(lot.Places),
        Text = Words.DigestOf(lot.Details.Ru ?? lot.Details.Kz),
        Object = building?.Object ?? 0,
        Works = building?.Works ?? WorkKinds.None,
        MealPriceTiyn = Numbers.Tiyn(MealPrice.Of(lot)),
    };

    private const int DistrictDigits = 4;

    private static short DistrictOf(IReadOnlyList<string> places) =>
        places.Count > 0 && places[0].Length >= DistrictDigits ? (short)Numbers.Bin(places[0][..DistrictDigits]) : (short)0;
}
