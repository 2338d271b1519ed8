using System.Globalization;
using Risk;
using Xunit;

namespace Library.Tests.Risk;

/// <summary>
/// What every sign of the cases here is told by: value and limit, strength, subject, comparison group, the numbers of its sentence and the
/// fields it rests on, a line each in WhatSignsRestOn.txt; of clear answers the value and the limit. A change of a rule shows itself
/// there; a person reads the new lines first.
/// </summary>
public class WhatSignsRestOnTests
{
    private const string Name = "WhatSignsRestOn";

    private static string Told(Finding sign) => string.Create(CultureInfo.InvariantCulture,
        $"{sign.Code} {sign.Tier} {sign.Variant ?? "-"} | {sign.Value:0.####} at {sign.Threshold:0.####}, strength {sign.Strength:0.####}")
        + $" | {sign.Subject.Kind} {sign.Subject.Id} | {Group(sign.Benchmark)}"
        + $" | {string.Join("; ", sign.Facts.Select(fact => $"{fact.Key} = {Plain(fact.Value)}"))}"
        + $" | {string.Join("; ", sign.Evidence.Select(item => $"{item.Kind} {item.Id} {item.Field} = {item.Value}"))}";

    private static string Clear(Finding finding) =>
        string.Create(CultureInfo.InvariantCulture, $"{finding.Code} clear | {finding.Value:0.####} at {finding.Threshold:0.####}");

    private static string Group(Benchmark? group) => group is null ? "-" : string.Create(CultureInfo.InvariantCulture,
        $"{group.Level}: {group.Count} of {group.Buyers}, {group.Median:0.####} – {group.UpperQuartile:0.####} – {group.Fence:0.####}");

    private static string Plain(object fact) => fact switch
    {
        DateTimeOffset day => AstanaTime.DayText(day),
        decimal number => number.ToString("0.####", CultureInfo.InvariantCulture),
        _ => Convert.ToString(fact, CultureInfo.InvariantCulture)!,
    };

    private static IReadOnlyList<string> Lines() =>
    [
        .. CasesThatFire.All().SelectMany(file => RiskCheck.Run(file, CasesThatFire.Catalogue).Findings)
            .Where(finding => finding is { State: State.Fired or State.Clear, IsModifier: false })
            .Select(finding => finding.State == State.Fired ? Told(finding) : Clear(finding)).Distinct().Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void Every_sign_rests_on_what_it_rested_on_before()
    {
        using var stream = typeof(WhatSignsRestOnTests).Assembly.GetManifestResourceStream($"{Name}.txt")!;
        using var reader = new StreamReader(stream);
        var (expected, actual) = (reader.ReadToEnd().TrimEnd().Split('\n'), Lines());
        var written = Path.Combine(AppContext.BaseDirectory, $"{Name}.actual.txt");
        if (!expected.SequenceEqual(actual))
            File.WriteAllText(written, string.Join('\n', actual) + "\n");

        Assert.True(expected.SequenceEqual(actual),
            $"""
            Read what changed; where it is meant so, put {written} in the place of Risk/{Name}.txt.
            No more: {string.Join("\n  ", expected.Except(actual))}
            New: {string.Join("\n  ", actual.Except(expected))}
            """);
    }
}
