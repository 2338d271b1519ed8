using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Procurement;
using Risk;

namespace Bot.Signs;

/// <summary>The answers about many lots as a file: JSON lines with every sign whole, or a table (CSV) with a line for each lot.</summary>
internal static class SignsFile
{
    public const string Head = "lot,buyer,published,amount,level,order,ran,of,signs,not_evaluable";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Line(Lot lot, RiskReport report) => JsonSerializer.Serialize(new
    {
        lot = lot.Number,
        buyer = lot.BuyerBin,
        level = report.Level,
        order = Math.Round(report.Order, 4),
        ran = report.Ran,
        of = report.Of,
        asOf = report.AsOf,
        catalogue = report.CatalogueVersion,
        signs = report.Findings.Where(finding => finding.State == State.Fired),
        notEvaluable = report.Findings.Where(finding => finding.State == State.NotEvaluable).ToDictionary(finding => finding.Code, finding => finding.Missing),
    }, Json);

    public static string Row(Lot lot, RiskReport report) => string.Join(',',
        lot.Number, lot.BuyerBin, lot.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), lot.Amount?.ToString(CultureInfo.InvariantCulture),
        report.Level, report.Order.ToString("0.####", CultureInfo.InvariantCulture), report.Ran, report.Of,
        string.Join(' ', report.Findings.Where(finding => finding.State == State.Fired).Select(finding => finding.Code)),
        string.Join(' ', report.Findings.Where(finding => finding.State == State.NotEvaluable).Select(finding => finding.Code)));
}
