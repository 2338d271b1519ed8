using System.Text.Json;
using Procurement;
using Risk;
using Risk.Populations;
using Xunit;

namespace Library.Tests.Risk;

/// <summary>However many threads take part, the same store gives the same population and the same answers.</summary>
public class PopulationOnManyCoresTests
{
    private const int Threads = 4, Countries = 30;

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, Countries)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_many_threads_read_and_one_adds_is_what_one_reads_alone(int seed)
    {
        var world = PopulationSameness.Country(seed);
        var (alone, together) = (Tables(world), Tables(world));
        foreach (var lot in world.Lots)
            alone.Add(lot);
        foreach (var contract in world.Contracts)
            alone.Add(contract);

        foreach (var entry in Side(world.Lots).Select(lot => LotEntry.Of(lot, world.Catalogue)))
            together.Add(entry);
        foreach (var entry in Side(world.Contracts).Select(contract => ContractEntry.Of(contract, world.Catalogue)))
            together.Add(entry);

        Assert.Equal(Saved(alone), Saved(together));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_is_worked_out_beforehand_is_what_the_first_lot_would_ask_for(int seed)
    {
        var world = PopulationSameness.Country(seed);
        var (asked, prepared) = (world.AsOf(Given.AsOf), world.AsOf(Given.AsOf));

        prepared.Prepare();

        Assert.Equal(Answers(world.Lots, asked), Answers(world.Lots, prepared));
    }

    private static PopulationTables Tables(World world) => new(world.Catalogue) { LotsWholeFrom = world.WholeFrom, ContractsWholeFrom = world.WholeFrom };

    private static ParallelQuery<T> Side<T>(IReadOnlyList<T> records) => records.AsParallel().AsOrdered().WithDegreeOfParallelism(Threads);

    private static byte[] Saved(PopulationTables tables)
    {
        using var file = new MemoryStream();
        PopulationFile.Save(file, tables, mark: 1);
        return file.ToArray();
    }

    private static IEnumerable<string> Answers(IEnumerable<Lot> lots, Population population) => lots.Select(lot =>
        JsonSerializer.Serialize(RiskCheck.Run(new CaseFile { Lot = lot, AsOf = Given.AsOf, Population = population, Contracts = [] }, population.Catalogue)));
}
