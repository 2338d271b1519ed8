namespace Fakes.Portal;

/// <summary>A type as it stands at a field or argument: a name, perhaps in a list.</summary>
internal sealed record TypeName(string Name, bool IsList)
{
    public bool IsScalar => Name is "Int" or "Float" or "String";
    public override string ToString() => IsList ? $"[{Name}]" : Name;
}

/// <summary>A field of an object, with the arguments it takes; or a field of an input.</summary>
internal sealed record SchemaField(string Name, TypeName Type, IReadOnlyDictionary<string, TypeName> Arguments);

/// <summary>The portal's types and inputs, read from schema.graphql: the little of the language that it needs, nothing else.</summary>
internal sealed class Schema
{
    public static Schema Instance { get; } = Read();

    private readonly Dictionary<string, Dictionary<string, SchemaField>> types = new(StringComparer.Ordinal);
    private readonly HashSet<string> inputs = new(StringComparer.Ordinal);

    public bool IsInput(string name) => inputs.Contains(name);
    public bool Has(string name) => types.ContainsKey(name) || name is "Int" or "Float" or "String";
    public IReadOnlyDictionary<string, SchemaField> Fields(string type) => types[type];
    public SchemaField? Field(string type, string field) => types[type].GetValueOrDefault(field);

    private static Schema Read()
    {
        using var stream = typeof(Schema).Assembly.GetManifestResourceStream("portal-schema.graphql")!;
        using var reader = new StreamReader(stream);
        var tokens = new Tokens(reader.ReadToEnd());
        var schema = new Schema();
        while (!tokens.AtEnd)
            schema.Definition(tokens);
        return schema;
    }

    private void Definition(Tokens tokens)
    {
        var kind = tokens.Name();
        if (kind == "schema")
        {
            tokens.Expect("{");
            while (!tokens.Take("}"))
                tokens.Next();
            return;
        }

        var name = tokens.Name();
        if (kind == "input")
            inputs.Add(name);
        var fields = types[name] = new Dictionary<string, SchemaField>(StringComparer.Ordinal);
        tokens.Expect("{");
        while (!tokens.Take("}"))
        {
            var field = tokens.Name();
            var arguments = new Dictionary<string, TypeName>(StringComparer.Ordinal);
            if (tokens.Take("("))
                while (!tokens.Take(")"))
                {
                    var argument = tokens.Name();
                    tokens.Expect(":");
                    arguments[argument] = Type(tokens);
                }

            tokens.Expect(":");
            fields[field] = new SchemaField(field, Type(tokens), arguments);
        }
    }

    private static TypeName Type(Tokens tokens)
    {
        if (!tokens.Take("["))
            return new TypeName(tokens.Name(), false);
        var name = tokens.Name();
        tokens.Expect("]");
        return new TypeName(name, true);
    }
}
