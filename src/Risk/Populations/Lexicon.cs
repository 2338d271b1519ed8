using Procurement;

namespace Risk.Populations;

/// <summary>
/// What the rows of a population name by a number, and the little that is known beside them. A population keeps this of the tables that
/// it was made from, and not their rows: most of those it has in an order of its own.
/// </summary>
internal sealed class Lexicon(Catalogue catalogue)
{
    public Catalogue Catalogue => catalogue;
    public Numbered<Unit> Units { get; } = new(new Unit(null, ""));
    public Numbered<Pack> Packs { get; } = new(Pack.Read(null));
    public Numbered<string> BuyerKinds { get; } = new("");
    public Numbered<string> Regions { get; } = new("");
    public Dictionary<long, FirmFact> Firms { get; } = [];
    public Dictionary<long, UnfairListing> Unfair { get; } = [];
    public Dictionary<int, string> Justifications { get; } = [];
    public DateOnly? LotsWholeFrom { get; set; }
    public DateOnly? ContractsWholeFrom { get; set; }
}
