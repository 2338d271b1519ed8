using System.Text.Json.Nodes;

namespace Fakes.Telegram;

/// <summary>The distilled Bot API: which methods and types there are, and what is wrong with a request or an object.</summary>
internal sealed class Contract
{
    private const int Deepest = 40;
    private readonly JsonObject methods;
    private readonly JsonObject types;

    private Contract(JsonObject table)
    {
        methods = table["methods"]!.AsObject();
        types = table["types"]!.AsObject();
    }

    public static Contract Instance { get; } = Read();

    public bool Knows(string method) => Canonical(method) is not null;

    /// <summary>The method's own spelling: the Bot API does not mind the case.</summary>
    public string? Canonical(string method) =>
        methods.Select(pair => pair.Key).FirstOrDefault(name => name.Equals(method, StringComparison.OrdinalIgnoreCase));

    /// <summary>What is wrong with the parameters, or null.</summary>
    public string? Fault(string method, JsonObject parameters) =>
        FaultOfFields(parameters, methods[method]!["takes"]!.AsObject(), "parameter", Deepest);

    /// <summary>What is wrong with an object that should be of this type, or null.</summary>
    public string? FaultOf(JsonNode? value, string type) => Mismatch(value, type, type, Deepest);

    public bool Takes(string method, string name) => Wanted(methods[method]!["takes"]!.AsObject(), name) is not null;

    /// <summary>A parameter that came as text (a form, a query) in the type that the method wants.</summary>
    public JsonNode? Parse(string method, string name, string text)
    {
        var wanted = Wanted(methods[method]!["takes"]!.AsObject(), name);
        if (wanted is null || wanted.Contains("String") && !(wanted.Contains("Integer") && long.TryParse(text, out _)))
            return text;
        try
        {
            return JsonNode.Parse(text);
        }
        catch (System.Text.Json.JsonException)
        {
            return text;
        }
    }

    private static string[]? Wanted(JsonObject fields, string name) =>
        (fields[name] ?? fields[name + "!"])?.AsArray().Select(type => type!.GetValue<string>()).ToArray();

    private string? FaultOfFields(JsonObject value, JsonObject fields, string what, int depth)
    {
        foreach (var (name, given) in value)
        {
            if (Wanted(fields, name) is not { } wanted)
                return $"unknown {what} \"{name}\"";
            string?[] faults = [.. wanted.Select(type => Mismatch(given, type, name, depth - 1))];
            if (Array.TrueForAll(faults, fault => fault is not null))
                return faults[0];
        }

        var missing = fields.Select(field => field.Key).FirstOrDefault(name => name.EndsWith('!') && value[name[..^1]] is null);
        return missing is null ? null : $"{what} \"{missing[..^1]}\" is required";
    }

    private string? Mismatch(JsonNode? value, string type, string name, int depth)
    {
        if (depth == 0)
            return $"\"{name}\" is too deep";
        if (type.StartsWith("Array of ", StringComparison.Ordinal))
            return value is JsonArray items
                ? items.Select(item => Mismatch(item, type["Array of ".Length..], name, depth - 1))
                    .FirstOrDefault(fault => fault is not null)
                : $"\"{name}\" must be an array";
        if (type != "InputFile" && types[type] is JsonObject fields)
            return OfType(value, fields, name, depth);
        return IsSimple(value, type) ? null : $"\"{name}\" must be of type {type}";
    }

    private string? OfType(JsonNode? value, JsonObject fields, string name, int depth)
    {
        if (value is not JsonObject given)
            return $"\"{name}\" must be an object";
        if (fields["one of"] is not JsonArray kinds)
            return FaultOfFields(given, fields, $"field of {name}", depth);
        string?[] faults = [.. kinds.Select(kind => Mismatch(given, kind!.GetValue<string>(), name, depth - 1))];
        return Array.Exists(faults, fault => fault is null) ? null : faults[0];
    }

    private static bool IsSimple(JsonNode? value, string type) => value is JsonValue simple && simple.GetValueKind() switch
    {
        System.Text.Json.JsonValueKind.String => type is "String" or "InputFile",
        System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => type == "Boolean",
        System.Text.Json.JsonValueKind.Number => type == "Float" || type == "Integer" && long.TryParse(simple.ToJsonString(), out _),
        _ => false,
    };

    private static Contract Read()
    {
        using var stream = typeof(Contract).Assembly.GetManifestResourceStream("bot-api.json")!;
        return new Contract(JsonNode.Parse(stream)!.AsObject());
    }
}
