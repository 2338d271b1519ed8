using Risk;
using Risk.Populations;
using Xunit;

namespace Library.Tests.Risk;

public class PopulationFileTests
{
    private const int BeforeTheHeader = 24;    // magic, format, layout, length

    private static byte[] Saved()
    {
        using var stream = new MemoryStream();
        PopulationFile.Save(stream, PopulationSameness.Country(1).Tables(), 42);
        return stream.ToArray();
    }

    private static PopulationFault? Fault(byte[] file, Catalogue? catalogue = null)
    {
        var opened = PopulationFile.Open(new MemoryStream(file), catalogue ?? Catalogue.Current);
        Assert.Equal(opened.Fault is null, opened.Tables is not null);
        Assert.Equal(opened.Fault is null ? 42 : 0, opened.Mark);
        return opened.Fault;
    }

    private static byte[] Changed(byte[] file, int place)
    {
        var copy = (byte[])file.Clone();
        copy[place] ^= 1;
        return copy;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void What_was_saved_is_read_back_the_same(int seed)
    {
        var tables = PopulationSameness.Country(seed).Tables();
        using var stream = new MemoryStream();
        PopulationFile.Save(stream, tables, 42);
        stream.Position = 0;
        var opened = PopulationFile.Open(stream, Catalogue.Current).Tables!;

        Assert.Equal(PopulationSameness.Told(tables.AsOf(Given.AsOf)), PopulationSameness.Told(opened.AsOf(Given.AsOf)));
        Assert.Equal(tables.Units.Things, opened.Units.Things);
        Assert.Equal(tables.Packs.Things, opened.Packs.Things);
        Assert.Equal(tables.BuyerKinds.Things, opened.BuyerKinds.Things);
        Assert.Equal(tables.Regions.Things, opened.Regions.Things);
    }

    [Fact]
    public void More_contracts_than_a_block_holds_keep_their_subjects()
    {
        var tables = new World { Contracts = [.. Enumerable.Range(1, 4097).Select(id => Given.Direct(id, id))] }.Tables();
        tables.Forget(new HashSet<long>(), new HashSet<long>(), new HashSet<long> { 1, 4000 }, new HashSet<long>());
        using var stream = new MemoryStream();
        PopulationFile.Save(stream, tables, 1);
        stream.Position = 0;
        var population = PopulationFile.Open(stream, Catalogue.Current).Tables!.AsOf(Given.Astana(2040, 1, 1));

        Assert.Equal(4095, population.Deals.Count);
        foreach (var deal in population.Deals)
            Assert.Equal(deal.Id, population.ItemsOf(deal)[0].Sum);
    }

    [Fact]
    public void Wherever_it_is_cut_short_it_says_so()
    {
        var file = Saved();

        Assert.Null(Fault(file));
        Assert.All(Enumerable.Range(0, file.Length / 97).Select(i => i * 97).Append(file.Length - 1), length =>
            Assert.Equal(PopulationFault.CutShort, Fault(file[..length])));
    }

    [Fact]
    public void Wherever_a_byte_was_changed_it_is_not_used()
    {
        var file = Saved();

        Assert.All(Enumerable.Range(0, file.Length / 89).Select(i => i * 89), place => Assert.NotNull(Fault(Changed(file, place))));
        Assert.Equal(PopulationFault.NotAPopulation, Fault(Changed(file, 0)));
        Assert.Equal(PopulationFault.OtherFormat, Fault(Changed(file, 8)));
        Assert.Equal(PopulationFault.OtherFormat, Fault(Changed(file, 12)));
        Assert.Equal(PopulationFault.Damaged, Fault(Changed(file, BeforeTheHeader)));
        Assert.Equal(PopulationFault.Damaged, Fault(Changed(file, file.Length - 1)));
        Assert.Equal(PopulationFault.CutShort, Fault(Changed(file, BeforeTheHeader - 1)));
        Assert.Equal(PopulationFault.Damaged, Fault(Changed(file, file.Length - 40)));
    }

    [Fact]
    public void Another_catalogue_reads_the_store_anew() =>
        Assert.Equal(PopulationFault.OtherCatalogue, Fault(Saved(), Catalogue.Current with { Limits = Catalogue.Current.Limits with { Version = "next" } }));

    [Fact]
    public void Something_else_is_not_a_population()
    {
        Assert.Equal(PopulationFault.NotAPopulation, Fault(new byte[100]));
        Assert.Equal(PopulationFault.CutShort, Fault([]));
    }
}
