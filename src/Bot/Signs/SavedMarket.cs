using Risk.Populations;

namespace Bot.Signs;

/// <summary>The population in its file, a file of this node alone.</summary>
public sealed class SavedMarket(SignsSettings settings, ILogger<SavedMarket> log)
{
    private const string Draft = ".draft";

    private string Name => Path.GetFullPath(settings.PopulationFile);

    /// <returns>Null when there is none that can be used; why is in the log.</returns>
    internal (PopulationTables Tables, long Mark)? Open()
    {
        if (settings.PopulationFile.Length == 0 || !File.Exists(Name))
            return null;
        try
        {
            using var file = File.OpenRead(Name);
            var opened = PopulationFile.Open(file, settings.Catalogue);
            if (opened.Tables is { } tables)
                return (tables, opened.Mark);
            Log.MarketUnfit(log, opened.Fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Log.MarketNotOpened(log, fault.Message);
        }

        return null;
    }

    /// <summary>Writes the file anew; the older one serves until the new one is whole.</summary>
    internal void Save(PopulationTables tables, long mark)
    {
        if (settings.PopulationFile.Length == 0)
            return;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Name)!);
            using (var file = File.Create(Name + Draft))
                PopulationFile.Save(file, tables, mark);
            File.Move(Name + Draft, Name, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Log.MarketNotSaved(log, fault.Message);
        }
    }
}

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "The saved population is not used ({Reason}); the store is read anew")]
    public static partial void MarketNotOpened(ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "The saved population does not fit ({Fault}); the store is read anew")]
    public static partial void MarketUnfit(ILogger log, PopulationFault? fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The population could not be saved ({Fault}); the next start takes longer")]
    public static partial void MarketNotSaved(ILogger log, string fault);
}
