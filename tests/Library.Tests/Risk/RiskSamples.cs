using Language;

namespace Library.Tests.Risk;

/// <summary>Every phrase about signs with ordinary and with extreme values in its blanks.</summary>
internal static class RiskSamples
{
    private static readonly int[] Counts = [0, 1, 2, 5, 21, 1_000_000];
    private static readonly decimal[] Sums = [0m, 1m, 1.5m, 4_999.99m, 21m, 1_234_567_890_123m];
    private static readonly DateTimeOffset[] Days = [Given.Astana(2025, 1, 1), Given.Astana(2026, 9, 28), Given.Astana(2027, 12, 31, 23, 59)];

    /// <summary>As long as names in the register are.</summary>
    private static readonly Dictionary<string, object> LongNames = new()
    {
        ["kk"] = "«Ақтөбе облысының білім басқармасы Әйтеке би ауданының білім бөлімі» мемлекеттік мекемесінің № 12 жалпы білім беретін мектебі",
        ["ru"] = "коммунальное государственное учреждение «Общеобразовательная школа № 12 отдела образования Айтекебийского района»",
        ["en"] = "general school No. 12 of the department of education of the district",
    };

    /// <summary>What a blank of a phrase holds that is no sentence of a sign: by its name.</summary>
    private static readonly Dictionary<string, object[]> ByName = new()
    {
        ["date"] = [.. Days.Cast<object>()],
        ["reason"] = ["…"],
        ["version"] = ["2026-11.1"],
        ["lot"] = ["85000001-ЗЦП1"],
        ["code"] = ["KZ-13"],
        ["what"] = ["…"],
        ["path"] = ["announce/index/16411681"],
        ["id"] = ["16411681"],
        ["basis"] = ["…"],
        ["source"] = ["…"],
        ["places"] = ["14, 15(2)"],
        ["codes"] = ["R003, R016"],
        ["bin"] = ["990240002989"],
        ["sign"] = ["…"],
        ["figure"] = ["…"],
        ["figures"] = ["…"],
        ["share"] = ["45 %"],
    };

    /// <summary>Key, language and the filled phrase, for every phrase and a few fillings of it.</summary>
    public static IEnumerable<(string Key, string Language, string Text)> All()
    {
        foreach (var language in RiskWords.All)
            foreach (var (key, template) in RiskWords.In(language))
                foreach (var facts in Fillings(language, key, template))
                    yield return (key, language, RiskWords.Say(language, key, facts));
    }

    private static IEnumerable<Dictionary<string, object>> Fillings(string language, string key, string template)
    {
        var names = Template.Blanks(template).Select(blank => blank.Name).Distinct().ToList();
        var sign = RiskWords.Signs.FirstOrDefault(finding => finding.SignKey == key)
            ?? RiskWords.Signs.FirstOrDefault(finding => $"risk.{finding.Code}.sign" == key);
        var values = names.ToDictionary(
            name => name, name => name == "name" ? [LongNames[language]] : Values(name, sign?.Facts.GetValueOrDefault(name)));
        for (var i = 0; i < values.Select(value => value.Value.Length).Append(1).Max(); i++)
            yield return values.ToDictionary(value => value.Key, value => value.Value[i % value.Value.Length]);
    }

    private static object[] Values(string name, object? fact) => fact switch
    {
        int => [.. Counts.Cast<object>()],
        decimal => [.. Sums.Cast<object>()],
        DateTimeOffset => [.. Days.Cast<object>()],
        string text => [text],
        _ => ByName.GetValueOrDefault(name) ?? [.. Counts.Cast<object>()],
    };
}
