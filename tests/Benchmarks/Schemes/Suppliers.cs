using System.Globalization;
using Procurement;

namespace Benchmarks.Schemes;

/// <summary>A firm that sells to public buyers.</summary>
internal sealed record Supplier
{
    public required int Index { get; init; }
    public required Organisation Organisation { get; init; }
    public required int Region { get; init; }

    /// <summary>Sells in the whole country.</summary>
    public required bool IsNational { get; init; }

    /// <summary>Indexes of its trades.</summary>
    public required IReadOnlyList<int> Trades { get; init; }

    /// <summary>What its contracts and its bids show of it.</summary>
    public required IReadOnlyList<Trait> ContractTraits { get; init; }
    public required IReadOnlyList<Trait> BidTraits { get; init; }

    /// <summary>Serves a plot alone: it is in nobody's list of bidders.</summary>
    public bool IsReserved { get; init; }
    public string Bin => Organisation.Bin;
}

/// <summary>What one firm shows: texts that become traits; a plot gives two firms the same ones.</summary>
internal sealed record Face(string Head, string HeadNumber, string Account, string Email, string Phone, string Address, string Writer);

/// <summary>The firms of the country, some with the same accountant, some with the same business centre.</summary>
internal static class Suppliers
{
    private const double National = .12;

    public static List<Supplier> Make(long seed, int count, int trades)
    {
        var chance = Chance.For(seed, "suppliers");
        return [.. Enumerable.Range(0, count).Select(index => One(index, Face(index, chance), chance, trades))];
    }

    public static Supplier One(int index, Face face, Chance chance, int trades, bool reserved = false,
        int? region = null, int? trade = null)
    {
        var registered = new DateOnly(2003, 1, 1).AddDays((int)(7_900 * Math.Sqrt(chance.Unit())));
        var home = region ?? chance.Below(Buyers.Oblasts.Length);
        return new Supplier
        {
            Index = index,
            Region = home,
            IsNational = chance.Is(National),
            IsReserved = reserved,
            Trades = trade is { } one ? [one] : [.. Enumerable.Range(0, chance.From(1, 3)).Select(_ => chance.Below(trades)).Distinct()],
            ContractTraits =
            [
                Numbers.Trait(TraitKind.BankAccount, face.Account), Numbers.Trait(TraitKind.Phone, face.Phone),
                Numbers.Trait(TraitKind.Address, face.Address), Numbers.Trait(TraitKind.FullName, face.Head),
            ],
            BidTraits = [Numbers.Trait(TraitKind.BidWriter, face.Writer)],
            Organisation = new Organisation
            {
                Bin = Numbers.Bin(registered, 40_000 + index),
                PortalId = 200_000 + index,
                Name = new Bilingual($"ТОО \"Поставщик {index + 1}\"", $"\"Поставщик {index + 1}\" ЖШС"),
                Places = [$"{Buyers.Oblasts[home]}{chance.From(10, 48)}{chance.From(10, 60)}{chance.From(100, 180)}"],
                Registered = Days.At(registered, 0),
                IsBuyer = false,
                IsSupplier = true,
                Oked = 46_000 + chance.Below(900),
                Size = chance.Is(.85) ? 105 : 205,
                Traits =
                [
                    Numbers.Trait(TraitKind.Head, face.Head + face.HeadNumber), Numbers.Trait(TraitKind.FullName, face.Head),
                    Numbers.Trait(TraitKind.Email, face.Email), Numbers.Trait(TraitKind.Phone, face.Phone),
                    Numbers.Trait(TraitKind.Address, face.Address),
                ],
            },
        };
    }

    /// <summary>Everything is its own.</summary>
    public static Face Own(int index, Chance chance)
    {
        var number = index.ToString("000000", CultureInfo.InvariantCulture);
        var head = Numbers.FullName(chance);
        return new Face(head, $"8{number}", $"KZ55601{number}", $"firm{number}@mail.example", $"87011{number}",
            $"улица {number}, дом {chance.From(1, 90)}", $"{head} {number}");
    }

    /// <summary>Mostly its own; every ninth firm shares an accountant's e-mail, every eighth a business centre, with many.</summary>
    private static Face Face(int index, Chance chance)
    {
        var face = Own(index, chance);
        if (chance.Is(.11))
            face = face with { Email = $"accountant{chance.Below(70)}@mail.example" };

        return chance.Is(.13) ? face with { Address = $"бизнес-центр {chance.Below(80)}, этаж 1" } : face;
    }
}
