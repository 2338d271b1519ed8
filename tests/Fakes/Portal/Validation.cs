namespace Fakes.Portal;

/// <summary>Checks a query against the schema, as strictly as the standard demands; the first fault is thrown.</summary>
internal sealed class Validation(Question question)
{
    private readonly HashSet<string> used = new(StringComparer.Ordinal);

    public static void Check(Question question)
    {
        var validation = new Validation(question);
        foreach (var variable in question.Variables.Values)
            validation.Check(variable);
        validation.Check(question.Selection, "Query");
        if (question.Variables.Keys.FirstOrDefault(name => !validation.used.Contains(name)) is { } idle)
            throw new QuestionFault($"Variable \"${idle}\" is never used.");
    }

    private void Check(Variable variable)
    {
        var type = variable.Type;
        if (!Schema.Instance.Has(type.Name))
            throw new QuestionFault($"Unknown type \"{type.Name}\".");
        if (!type.IsScalar && !Schema.Instance.IsInput(type.Name))
            throw new QuestionFault($"Variable \"${variable.Name}\" cannot be non-input type \"{type}\".");
        if (variable.Usual is { } usual)
            Check(usual, type, "");
    }

    private void Check(IReadOnlyList<Selected> selection, string type)
    {
        foreach (var selected in selection)
        {
            if (selected.Name == "__typename")
            {
                if (selected.Inside.Count > 0)
                    throw new QuestionFault("Field \"__typename\" must not have a selection since type \"String!\" has no subfields.");
                continue;
            }

            var field = Schema.Instance.Field(type, selected.Name)
                ?? throw new QuestionFault($"Cannot query field \"{selected.Name}\" on type \"{type}\".");
            Arguments(selected, field, type);
            if (field.Type.IsScalar && selected.Inside.Count > 0)
                throw new QuestionFault($"Field \"{field.Name}\" must not have a selection since type \"{field.Type}\" has no subfields.");
            if (!field.Type.IsScalar && selected.Inside.Count == 0)
                throw new QuestionFault($"Field \"{field.Name}\" of type \"{field.Type}\" must have a selection of subfields.");
            if (!field.Type.IsScalar)
                Check(selected.Inside, field.Type.Name);
            if (selection.Count(other => other.Name == field.Name) > 1 && !field.Type.IsScalar)
                throw new QuestionFault($"Fields \"{field.Name}\" conflict: each may be selected once here.");
        }
    }

    private void Arguments(Selected selected, SchemaField field, string type)
    {
        foreach (var (name, value) in selected.Arguments)
        {
            if (!field.Arguments.TryGetValue(name, out var wanted))
                throw new QuestionFault($"Unknown argument \"{name}\" on field \"{type}.{field.Name}\".");
            Check(value, wanted, name);
        }
    }

    private void Check(Argument value, TypeName wanted, string place)
    {
        if (value.Variable is { } name)
        {
            if (!question.Variables.TryGetValue(name, out var variable))
                throw new QuestionFault($"Variable \"${name}\" is not defined.");
            used.Add(name);
            if (variable.Type != wanted)
                throw new QuestionFault($"Variable \"${name}\" of type \"{variable.Type}\" used in position expecting type \"{wanted}\".");
            return;
        }

        if (value.IsList)
        {
            if (!wanted.IsList)
                throw new QuestionFault($"Expected type {wanted} at {place}; {wanted} cannot represent an array value");
            foreach (var item in value.Items)
                Check(item, wanted with { IsList = false }, place);
        }
        else if (value.IsObject)
        {
            Fields(value, wanted, place);
        }
        else
        {
            Values.Check(value.Scalar, wanted, place);
        }
    }

    private void Fields(Argument value, TypeName wanted, string place)
    {
        if (wanted.IsScalar)
            throw new QuestionFault($"Expected type {wanted} at {place}; {wanted.Name} cannot represent an object value");
        foreach (var (name, inside) in value.Fields)
        {
            var field = Schema.Instance.Field(wanted.Name, name)
                ?? throw new QuestionFault($"Field \"{name}\" is not defined by type \"{wanted.Name}\".");
            Check(inside, field.Type, $"{place}.{name}");
        }
    }
}
