using System.Globalization;

namespace Fakes.Twilio;

/// <summary>How patient Twilio is with a webhook: its own values, or those in the address's fragment ("#rc=5&amp;rp=all").</summary>
internal sealed record ConnectionOverrides(TimeSpan Read, TimeSpan Total, int Retries, IReadOnlySet<string> Policy)
{
    private static readonly string[] Policies = ["all", "ct", "rt", "4xx", "5xx"];

    public static ConnectionOverrides Of(string url)
    {
        var given = url.Split('#', 2) is [_, var fragment]
            ? fragment.Split('&').Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2)
                .ToDictionary(pair => pair[0], pair => pair[1])
            : [];
        int Number(string name, int usual, int least, int most) =>
            int.TryParse(given.GetValueOrDefault(name), CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
                ? number
                : usual;
        var policy = given.GetValueOrDefault("rp", "ct").Split(',').Where(Policies.Contains).ToHashSet();
        return new ConnectionOverrides(
            TimeSpan.FromMilliseconds(Number("rt", 15_000, 100, 15_000)), TimeSpan.FromMilliseconds(Number("tt", 15_000, 100, 15_000)),
            Number("rc", 1, 0, 5), policy);
    }

    /// <param name="outcome">An HTTP status; 0: no connection, -1: no answer in time.</param>
    public bool TriesAgainAfter(int outcome) => Policy.Contains("all") || outcome switch
    {
        0 => Policy.Contains("ct"),
        -1 => Policy.Contains("rt"),
        >= 500 => Policy.Contains("5xx"),
        >= 400 => Policy.Contains("4xx"),
        _ => false,
    };
}
