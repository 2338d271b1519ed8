using System.Globalization;
using System.Text.Json.Nodes;

namespace Fakes.Portal;

/// <summary>A query as it was written: its variables and what it selects.</summary>
internal sealed record Question(IReadOnlyDictionary<string, Variable> Variables, IReadOnlyList<Selected> Selection)
{
    private static readonly Dictionary<string, Argument> Nothing = [];

    /// <summary>Reads one query; aliases, fragments, directives and mutations, which the bot does not need, are refused.</summary>
    public static Question Read(string text)
    {
        var tokens = new Tokens(text);
        var variables = new Dictionary<string, Variable>(StringComparer.Ordinal);
        if (!tokens.Sees("{"))
            Head(tokens, variables);
        var selection = Fields(tokens);
        return tokens.AtEnd ? new Question(variables, selection) : throw tokens.Wrong("<EOF>");
    }

    private static void Head(Tokens tokens, Dictionary<string, Variable> variables)
    {
        if (tokens.Name() is not "query" and var kind)
            throw new QuestionFault($"Syntax Error: Unexpected Name \"{kind}\"");
        if (!tokens.Sees("{") && !tokens.Sees("("))
            tokens.Name();
        if (!tokens.Sees("("))
            return;
        tokens.Expect("(");
        while (!tokens.Take(")"))
        {
            tokens.Expect("$");
            var name = tokens.Name();
            tokens.Expect(":");
            var isList = tokens.Take("[");
            var type = tokens.Name();
            if (isList)
            {
                tokens.Take("!");
                tokens.Expect("]");
            }

            var isRequired = tokens.Take("!");
            var usual = tokens.Take("=") ? Value(tokens, constant: true) : null;
            if (!variables.TryAdd(name, new Variable(name, new TypeName(type, isList), isRequired, usual)))
                throw new QuestionFault($"There can be only one variable named \"${name}\".");
        }
    }

    private static List<Selected> Fields(Tokens tokens)
    {
        var fields = new List<Selected>();
        tokens.Expect("{");
        do
        {
            var name = tokens.Name();
            if (tokens.Sees(":") || tokens.Sees("@"))
                throw new QuestionFault("Aliases and directives are not answered here.");
            var arguments = new Dictionary<string, Argument>(StringComparer.Ordinal);
            if (tokens.Sees("("))
            {
                tokens.Expect("(");
                do
                {
                    var argument = tokens.Name();
                    tokens.Expect(":");
                    if (!arguments.TryAdd(argument, Value(tokens, constant: false)))
                        throw new QuestionFault($"There can be only one argument named \"{argument}\".");
                }
                while (!tokens.Take(")"));
            }

            fields.Add(new Selected(name, arguments, tokens.Sees("{") ? Fields(tokens) : []));
        }
        while (!tokens.Take("}"));
        return fields;
    }

    private static Argument Value(Tokens tokens, bool constant)
    {
        if (!constant && tokens.Take("$"))
            return new Argument(tokens.Name(), null, [], Nothing);
        if (tokens.Take("["))
        {
            var items = new List<Argument>();
            while (!tokens.Take("]"))
                items.Add(Value(tokens, constant));
            return new Argument(null, null, items, Nothing) { IsList = true };
        }

        if (tokens.Take("{"))
        {
            var fields = new Dictionary<string, Argument>(StringComparer.Ordinal);
            while (!tokens.Take("}"))
            {
                var name = tokens.Name();
                tokens.Expect(":");
                fields[name] = Value(tokens, constant);
            }

            return new Argument(null, null, [], fields) { IsObject = true };
        }

        return new Argument(null, Scalar(tokens), [], Nothing);
    }

    private static JsonValue? Scalar(Tokens tokens)
    {
        var token = tokens.Next();
        if (token is "null")
            return null;
        if (token is "true" or "false")
            return JsonValue.Create(token == "true");
        if (token.Length > 0 && token[0] == '"')
            return JsonValue.Create(token[1..]);
        if (long.TryParse(token, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            return JsonValue.Create(whole);
        if (decimal.TryParse(token, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return JsonValue.Create(number);
        throw new QuestionFault($"Syntax Error: Unexpected {(token.Length == 0 ? "<EOF>" : token)}");
    }
}

/// <summary>A variable of a query.</summary>
internal sealed record Variable(string Name, TypeName Type, bool IsRequired, Argument? Usual);

/// <summary>A selected field with its arguments and what is selected inside.</summary>
internal sealed record Selected(string Name, IReadOnlyDictionary<string, Argument> Arguments, IReadOnlyList<Selected> Inside);

/// <summary>A value as it was written: a variable's name, a scalar, a list or an object.</summary>
internal sealed record Argument(
    string? Variable, JsonValue? Scalar, IReadOnlyList<Argument> Items, IReadOnlyDictionary<string, Argument> Fields)
{
    public bool IsList { get; init; }
    public bool IsObject { get; init; }
}
