using System.Text.Json;
using System.Text.Json.Nodes;

namespace Fakes.Portal;

/// <summary>Variables and arguments as plain values, checked by their types: numbers are not texts, texts are not lists.</summary>
internal static class Values
{
    /// <summary>The value of every variable; what was not given has its default, or nothing.</summary>
    public static Dictionary<string, JsonNode?> Of(Question question, JsonObject? given)
    {
        var values = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var variable in question.Variables.Values)
        {
            var isGiven = given is not null && given.ContainsKey(variable.Name);
            var value = isGiven ? given![variable.Name]?.DeepClone() : variable.Usual is { } usual ? Resolved(usual, values) : null;
            if (value is null && variable.IsRequired)
                throw new QuestionFault($"Variable \"${variable.Name}\" of required type \"{variable.Type}!\" was not provided.");
            try
            {
                Check(value, variable.Type, "value");
            }
            catch (QuestionFault fault)
            {
                throw new QuestionFault($"Variable \"${variable.Name}\" got invalid value {value?.ToJsonString()}; {fault.Message}");
            }

            if (isGiven || variable.Usual is not null)
                values[variable.Name] = value;
        }

        return values;
    }

    /// <summary>An argument with its variables put in.</summary>
    public static JsonNode? Resolved(Argument argument, IReadOnlyDictionary<string, JsonNode?> variables)
    {
        if (argument.Variable is { } name)
            return variables.GetValueOrDefault(name)?.DeepClone();
        if (argument.IsList)
            return new JsonArray([.. argument.Items.Select(item => Resolved(item, variables))]);
        if (!argument.IsObject)
            return argument.Scalar?.DeepClone();
        var fields = argument.Fields.Where(field => field.Value.Variable is not { } variable || variables.ContainsKey(variable));
        return new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, Resolved(field.Value, variables))));
    }

    public static void Check(JsonNode? value, TypeName wanted, string place)
    {
        if (value is null)
            return;
        if (wanted.IsList)
        {
            foreach (var item in value is JsonArray list ? list.ToArray() : [value])
                Check(item, wanted with { IsList = false }, place);
            return;
        }

        if (value is JsonArray)
            throw new QuestionFault($"Expected type {wanted} at {place}; {wanted} cannot represent an array value");
        if (wanted.IsScalar != value is JsonValue || (wanted.IsScalar && !Fits((JsonValue)value, wanted.Name)))
            throw new QuestionFault($"Expected type {wanted} at {place}; {wanted} cannot represent value: {value.ToJsonString()}");
        if (value is JsonObject fields)
            foreach (var (name, inside) in fields)
            {
                var field = Schema.Instance.Field(wanted.Name, name)
                    ?? throw new QuestionFault($"Field \"{name}\" is not defined by type \"{wanted.Name}\".");
                Check(inside, field.Type, $"{place}.{name}");
            }
    }

    private static bool Fits(JsonValue value, string type) => (type, value.GetValueKind()) switch
    {
        ("String", JsonValueKind.String) => true,
        ("Float", JsonValueKind.Number) => true,
        ("Int", JsonValueKind.Number) => JsonSerializer.SerializeToElement(value).TryGetDecimal(out var number)
            && decimal.IsInteger(number) && number is >= int.MinValue and <= int.MaxValue,
        _ => false,
    };
}
