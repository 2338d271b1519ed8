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
