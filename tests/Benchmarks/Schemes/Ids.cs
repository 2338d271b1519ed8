using System.Globalization;

namespace Benchmarks.Schemes;

/// <summary>Numbers that grow with the day, as the portal's do, whatever the order in which things are made.</summary>
internal sealed class Ids
{
    private const int ADay = 30_000;
    private static readonly DateOnly Start = new(2022, 1, 1);

    private readonly Dictionary<(string Kind, int Day), int> counts = [];
    private readonly Dictionary<(int Buyer, int Year), int> contracts = [];

    public long Plan(DateTimeOffset at) => Next("plan", 30_000_000, at);

    public long Announcement(DateTimeOffset at) => Next("announcement", 10_000_000, at);

    public long Lot(DateTimeOffset at) => Next("lot", 20_000_000, at);

    public long Bid(DateTimeOffset at) => Next("bid", 40_000_000, at, scale: 3);

    public long Contract(DateTimeOffset at) => Next("contract", 15_000_000, at);

    public long Act(DateTimeOffset at) => Next("act", 5_000_000, at);

    /// <summary>Year and serial of a buyer's contract: 260023.</summary>
    public string ContractSerial(Buyer buyer, int year)
    {
        var serial = contracts[(buyer.Index, year)] = contracts.GetValueOrDefault((buyer.Index, year)) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{year % 100:00}{serial:0000}");
    }

    private long Next(string kind, long from, DateTimeOffset at, int scale = 1)
    {
        var day = Math.Max(0, Days.Of(at).DayNumber - Start.DayNumber);
        var count = counts[(kind, day)] = counts.GetValueOrDefault((kind, day)) + 1;
        return count < ADay * scale ? from + ((long)day * ADay * scale) + count
            : throw new InvalidOperationException($"More than {ADay * scale} numbers of {kind} on one day.");
    }
}
