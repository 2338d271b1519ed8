using System.Globalization;
using System.Text;
using Risk.Ocds;

namespace Library.Tests.Risk.Ocds;

/// <summary>Makes releases of few words and has them judged.</summary>
internal static class Releases
{
    public const string Nothing = """{"OCID":{},"Buyer":{},"ProcuringEntity":{},"Tenderer":{}}""";

    /// <summary>What is printed for these lines; settings are the text of a file.</summary>
    public static string Judge(string settings, params string[] lines) => Judge(SettingsFile.Read(settings), lines);

    public static string JudgeAsCardinal(string settings, params string[] lines) =>
        Judge(SettingsFile.Read(settings, cardinal: true), lines);

    public static string Judge(OcdsSettings settings, params string[] lines) => Text(Answer(settings, string.Join('\n', lines)));

    public static OcdsAnswer Answer(OcdsSettings settings, string text, int threads = 1, int blockBytes = OcdsRun.BlockBytes)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return OcdsRun.Over(stream, settings, threads, blockBytes);
    }

    public static string Text(OcdsAnswer answer)
    {
        using var stream = new MemoryStream();
        answer.Write(stream);
        return Encoding.UTF8.GetString(stream.ToArray()).TrimEnd('\n');
    }

    /// <summary>The answer in which only releases fired.</summary>
    public static string Ocids(params string[] fired) => Fired("OCID", fired);

    /// <summary>The answer in which only tenderers fired.</summary>
    public static string Tenderers(params string[] fired) => Fired("Tenderer", fired);

    public static string Fired(string group, params string[] fired) =>
        Nothing.Replace($"\"{group}\":{{}}", $"\"{group}\":{{{string.Join(',', fired)}}}", StringComparison.Ordinal);

    public static string Release(string ocid, string tender = "{}", string[]? bids = null, string[]? awards = null, string more = "") =>
        $"{{\"ocid\":\"{ocid}\",\"tender\":{tender}"
        + (bids is null ? "" : $",\"bids\":{{\"details\":[{string.Join(',', bids)}]}}")
        + (awards is null ? "" : $",\"awards\":[{string.Join(',', awards)}]")
        + $"{more}}}";

    /// <summary>A bid of tenderers joined by "+".</summary>
    public static string Bid(string tenderers, double amount = 100, string status = "valid", string currency = "KZT") => string.Create(
        CultureInfo.InvariantCulture,
        $$$"""{"status":"{{{status}}}","tenderers":{{{Ids(tenderers)}}},"value":{"amount":{{{amount}}},"currency":"{{{currency}}}"}}""");

    public static string Award(string suppliers, string status = "active") => $$"""{"status":"{{status}}","suppliers":{{Ids(suppliers)}}}""";

    /// <summary>A procedure that one firm wins at 100, with a second price.</summary>
    public static string Won(string ocid, double second, string winner = "W", string other = "L") =>
        Release(ocid, bids: [Bid(winner, 100), Bid(other, second)], awards: [Award(winner)]);

    private static string Ids(string joined) => "[" + string.Join(',', joined.Split('+').Select(id => $"{{\"id\":\"{id}\"}}")) + "]";
}
