namespace Risk.Ocds;

/// <summary>One worker's view of which prices may be compared: in which procedures, and in the main currency only.</summary>
internal sealed class Prices(OcdsSettings settings, MainCurrency main, Names names)
{
    private readonly DetailsFilter filter = new(settings.PriceComparison, settings.NoPriceComparison);
    private int currency = -1;

    /// <summary>Bids in another currency were met and left out.</summary>
    public bool MetOthers { get; private set; }

    public bool MayBeCompared(Release release) => filter.Lets(release);

    /// <summary>Whether the bid has a price in the main currency.</summary>
    public bool Has(in Bid bid, Release release)
    {
        if (!bid.HasPrice)
            return false;
        if (currency < 0)
            currency = names.Of(main.Choose(names[bid.Currency], release.Block));
        MetOthers |= bid.Currency != currency;
        return bid.Currency == currency;
    }
}
