namespace Benchmarks.Schemes;

/// <summary>Changes of contracts that article 18(2) allows; the numbers of grounds are those of its subparagraphs.</summary>
internal static class Amendments
{
    private const int NeedFell = 3, Account = 15, Vat = 17, Tariff = 16;

    /// <summary>Less is needed, an account has changed, or the supplier's VAT.</summary>
    public static IReadOnlyList<Change> Harmless(decimal price, decimal quantity, Chance chance)
    {
        var days = chance.From(12, 90);
        var less = quantity >= 4 ? Math.Ceiling(quantity * (decimal)chance.Between(.6, .97)) : quantity;
        return chance.Unit() switch
        {
            < .6 when less < quantity => [new Change(days, price, less, NeedFell)],
            < .8 => [new Change(days, price, quantity, Vat, HasVat: chance.Is(.5))],
            _ => [new Change(days, price, quantity, Account)],
        };
    }

    /// <summary>A regulated tariff rose.</summary>
    public static IReadOnlyList<Change> OfTariff(decimal price, decimal quantity, Chance chance) =>
        [new Change(chance.From(40, 150), decimal.Round(price * (decimal)chance.Between(1.03, 1.18), 2), quantity, Tariff)];
}
