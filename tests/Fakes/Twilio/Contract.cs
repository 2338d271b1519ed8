using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Fakes.Twilio;

/// <summary>The distilled Messages API: which operations and parameters there are, and what is wrong with a request or an answer.</summary>
internal sealed class Contract
{
    private readonly JsonObject operations;
    private readonly JsonObject answers;

    private Contract(JsonObject table) => (operations, answers) = (table["operations"]!.AsObject(), table["answers"]!.AsObject());

    public static Contract Instance { get; } = Read();

    /// <summary>The status of a good answer.</summary>
    public int Answers(string operation) => operations[operation]!["answers"]!.GetValue<int>();

    /// <summary>What is wrong with a parameter, or null. A required one that is missing has an error number of its own elsewhere.</summary>
    public string? Fault(string operation, string name, string value)
    {
        var takes = operations[operation]!["takes"]!.AsObject();
        return (takes[name] ?? takes[name + "!"])?.GetValue<string>() is not { } kind
            ? $"Unknown parameter {name}"
            : Fits(value, kind) ? null : $"Invalid parameter {name}: {kind} is wanted";
    }

    /// <summary>What is wrong with an object of an answer, or null.</summary>
    public string? FaultOfAnswer(string type, JsonObject value)
    {
        var fields = answers[type]!.AsObject();
        if (value.FirstOrDefault(pair => !fields.ContainsKey(pair.Key)).Key is { } unknown)
            return $"{type} has no {unknown}";
        foreach (var (name, wanted) in fields)
        {
            var kind = wanted!.GetValue<string>();
            if (!value.TryGetPropertyValue(name, out var given))
                return $"{type} lacks {name}";
            if (given is null ? !kind.EndsWith('?') : !FitsJson(given, kind.TrimEnd('?')))
                return $"{name} of {type} is not {kind}";
        }

        return null;
    }

    private static bool FitsJson(JsonNode value, string kind) => (kind, value.GetValueKind()) switch
    {
        ("integer", var json) => json == JsonValueKind.Number,
        ("object", var json) => json == JsonValueKind.Object,
        (_, JsonValueKind.String) => Fits(value.GetValue<string>(), kind),
        _ => false,
    };

    private static bool Fits(string value, string kind) => kind switch
    {
        "string" => true,
        "integer" => int.TryParse(value, CultureInfo.InvariantCulture, out _),
        "number" => decimal.TryParse(value, CultureInfo.InvariantCulture, out _),
        "boolean" => value is "true" or "false",
        "uri" => Uri.TryCreate(value, UriKind.Absolute, out _),
        "time" => DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, out _),
        "rfc2822" => DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, out _),
        ['/', .. var pattern, '/'] => Regex.IsMatch(value, pattern, RegexOptions.CultureInvariant),
        _ when kind.StartsWith("list of ", StringComparison.Ordinal) => Fits(value, kind["list of ".Length..]),
        _ => kind.Split('|').Contains(value),
    };

    private static Contract Read()
    {
        using var stream = typeof(Contract).Assembly.GetManifestResourceStream("twilio-messages-api.json")!;
        return new Contract(JsonNode.Parse(stream)!.AsObject());
    }
}
