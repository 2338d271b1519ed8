using System.Runtime.CompilerServices;
using System.Text.Json;
using Language;
using Xunit;

namespace Library.Tests.Language;

/// <summary>Plural forms, numbers and dates beside node's Intl, for 0…1000, decimals and every day of a year.</summary>
public class IntlTests
{
    private sealed record Said(string[] Plurals, string[] Numbers, string[] Dates);

    private sealed record Answer(decimal[] Values, Dictionary<string, Said> Said);

    /// <summary>Intl has a class "other" for fractions: a Russian noun then stands as after two ("1,5 тонны"), which is our Few.</summary>
    [ProgramFact("node", "nodejs")]
    public async Task Plural_forms_are_those_of_Intl_with_a_russian_fraction_as_Few()
    {
        var answer = await Intl();
        foreach (var (language, said) in answer.Said)
        {
            Assert.Equal(said.Plurals.Select(form => form switch
            {
                "one" => PluralForm.One,
                "few" => PluralForm.Few,
                "many" => PluralForm.Many,
                _ => language == "ru" ? PluralForm.Few : PluralForm.Many,
            }), answer.Values.Select(value => PluralRules.Form(language, value)));
        }
    }

    /// <summary>
    /// Ours differ on purpose: one narrow space that does not break groups digits in all three languages, from 10,000 on (four digits stand
    /// together), and minus is a minus sign, not a hyphen.
    /// </summary>
    [ProgramFact("node", "nodejs")]
    public async Task Numbers_are_those_of_Intl_but_for_the_group_sign_groups_of_four_digits_and_the_minus()
    {
        var answer = await Intl();
        foreach (var (language, said) in answer.Said)
        {
            var group = language == "en" ? "," : "\u00A0";
            Assert.Equal(answer.Values.Zip(said.Numbers, (value, text) => (Math.Abs(value) < 10_000
                    ? text.Replace(group, "", StringComparison.Ordinal)
                    : text.Replace(group, "\u202F", StringComparison.Ordinal)).Replace('-', '\u2212')),
                answer.Values.Select(value => Wording.Number(language, value)));
        }
    }

    /// <summary>
    /// Ours leave out the Russian "г." and write the Kazakh "жылғы" in full, as people do; a day does not part from its month.
    /// </summary>
    [ProgramFact("node", "nodejs")]
    public async Task Dates_are_those_of_Intl_but_for_the_word_for_year()
    {
        var answer = await Intl();
        foreach (var (language, said) in answer.Said)
        {
            var ours = Enumerable.Range(0, 365).Select(day => Wording.Date(language, new DateOnly(2026, 1, 1).AddDays(day)).Replace('\u00A0', ' '));
            Assert.Equal(said.Dates.Select(date => date.Replace('\u00A0', ' ').Replace(" г.", "", StringComparison.Ordinal)
                .Replace("ж.", "жылғы", StringComparison.Ordinal)), ours);
        }
    }

    private static async Task<Answer> Intl([CallerFilePath] string path = "")
    {
        var script = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../Referees/intl.js"));
        var lines = await ProgramFactAttribute.Answers("node", [script], "");
        return JsonSerializer.Deserialize<Answer>(string.Concat(lines), JsonSerializerOptions.Web)!;
    }
}
