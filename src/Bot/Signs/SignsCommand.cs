using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Conversation;
using Bot.Lots;
using Bot.Storage;
using Procurement;
using Risk;

namespace Bot.Signs;

/// <summary>"/signs LOT": every check of a lot, also those that found nothing or did not run. "/signs LOT KZ-13": one whole.</summary>
public sealed partial class SignsCommand(RegisterDb db, LotSigns signs, Market market) : ICommand
{
    public string Name => "signs";

    public async ValueTask<Next> Run(Turn turn, string argument, CancellationToken cancellationToken)
    {
        var words = argument.Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || await db.JudgedNamed(words[0], cancellationToken) is not { } lot)
            return Next.Aside(Say.Line("lots.which"));
        var (report, age) = (await signs.Check(lot, turn.Now, cancellationToken), await signs.Age(cancellationToken));
        return Next.Aside(words.Length > 1 ? One(lot, report, words[1], age) : SignWords.All(lot, report, age));
    }

    private Say One(Lot lot, RiskReport report, string name, DataAge age) =>
        report.Told.FirstOrDefault(finding => finding.Code == CodeOf(name)) is { } finding
            ? FullWords.Tell(lot, finding, market.Now?.Version, age)
            : Say.Line("risk.full.unknown", ("lot", lot.Number));

    /// <summary>"kz 13", "КЗ-13" and "13" are KZ-13: people type it in either alphabet.</summary>
    private static string? CodeOf(string name) => Typed().Match(name) is { Success: true } match
        ? "KZ-" + int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture).ToString("00", CultureInfo.InvariantCulture)
        : null;

    [GeneratedRegex(@"^(?:(?:KZ|КЗ|ҚЗ)[ -]?)?(?<number>\d{1,2})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Typed();
}
