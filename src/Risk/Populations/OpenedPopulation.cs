namespace Risk.Populations;

/// <summary>What came out of a file of tables: the tables, or the reason why the store has to be read anew.</summary>
/// <param name="Tables">Null when the file could not be used.</param>
/// <param name="Mark">Up to which of its stamps the store was read when the file was saved; 0 without tables.</param>
public sealed record OpenedPopulation(PopulationTables? Tables, long Mark, PopulationFault? Fault);

/// <summary>Why a file of tables could not be used. Each is repaired by reading the store from its beginning.</summary>
public enum PopulationFault
{
    /// <summary>It is something else.</summary>
    NotAPopulation,

    /// <summary>It was saved by a build whose rows look otherwise.</summary>
    OtherFormat,

    /// <summary>It was saved with other dated data: outcomes, kinds of buyers and packs may be read otherwise now.</summary>
    OtherCatalogue,

    /// <summary>It ends too early: the machine was stopped while it was saved, or the disk is full.</summary>
    CutShort,

    /// <summary>Its checksum is not that of its contents.</summary>
    Damaged,
}
