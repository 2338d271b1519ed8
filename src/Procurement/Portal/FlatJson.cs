using System.Runtime.InteropServices;
using System.Text.Json;

namespace Procurement.Portal;

/// <summary>
/// A JSON object as a list of its values in reading order, each with the place of its name and text in the bytes. Kept for the next line
/// of the same thread, so that reading a million lines makes no million trees. Values are looked for by running over an object's
/// children: they are a few dozen.
/// </summary>
internal sealed class FlatJson
{
    private const int MaxDepth = 32;

    [ThreadStatic]
    private static FlatJson? own;

    private readonly List<Value> values = [];
    private ReadOnlyMemory<byte> bytes;
    private int found;

    /// <summary>One value: its kind, the places of its name and its text, and where the next one beside it stands in the list.</summary>
    public readonly record struct Value(
        JsonTokenType Kind, int Name, int NameLength, int Start, int Length, bool IsEscaped, int Parent, int Next);

    /// <summary>The root is value 0. What a call before this one gave on the same thread is gone.</summary>
    /// <exception cref="JsonException">The bytes are not one JSON value.</exception>
    public static FlatJson Parse(ReadOnlyMemory<byte> bytes)
    {
        own ??= new FlatJson();
        own.Fill(bytes);
        return own;
    }

    public Value this[int at] => values[at];

    public ReadOnlySpan<byte> Text(int at) => bytes.Span.Slice(values[at].Start, values[at].Length);

    public ReadOnlySpan<byte> Name(int at) => bytes.Span.Slice(values[at].Name, values[at].NameLength);

    /// <summary>The text of a string with its escapes resolved.</summary>
    /// <exception cref="InvalidOperationException">It holds half of a surrogate pair.</exception>
    public string Unescaped(int at)
    {
        var reader = new Utf8JsonReader(bytes.Span.Slice(values[at].Start - 1, values[at].Length + 2));    // with its quotes
        reader.Read();
        return reader.GetString()!;
    }

    /// <summary>
    /// An object's child of that name, else -1. Fields are asked for roughly in the order in which they stand, so the search begins behind
    /// the one that was found last, and goes round.
    /// </summary>
    public int Child(int parent, string name)
    {
        var all = CollectionsMarshal.AsSpan(values);
        var (first, end) = (First(parent), all[parent].Next);
        var start = found >= first && found < end && all[found].Parent == parent ? all[found].Next : first;
        var at = Search(all, start, end, name);
        if (at < 0 && start > first)
            at = Search(all, first, start, name);
        if (at >= 0)
            found = at;
        return at;
    }

    private int Search(ReadOnlySpan<Value> all, int at, int end, string name)
    {
        var span = bytes.Span;
        while (at < end)
        {
            ref readonly var child = ref all[at];
            if (child.NameLength == name.Length && System.Text.Ascii.Equals(span.Slice(child.Name, child.NameLength), name))
                return at;
            at = child.Next;
        }

        return -1;
    }

    /// <summary>The children of an object or list, in order.</summary>
    public IEnumerable<int> Children(int parent)
    {
        for (var at = First(parent); at < values[parent].Next; at = values[at].Next)
            yield return at;
    }

    /// <summary>Where a value stands, for a complaint: TrdBuy.publishDate, Plans[0].price.</summary>
    public string Path(int at)
    {
        if (at <= 0)
            return "";
        var parent = values[at].Parent;
        var before = Path(parent);
        if (values[parent].Kind is JsonTokenType.StartArray)
            return $"{before}[{Children(parent).TakeWhile(child => child != at).Count()}]";
        var name = System.Text.Encoding.UTF8.GetString(Name(at));
        return before.Length == 0 ? name : $"{before}.{name}";
    }

    private static int First(int parent) => parent + 1;

    private void Fill(ReadOnlyMemory<byte> json)
    {
        bytes = json;
        var reader = new Utf8JsonReader(json.Span, new JsonReaderOptions { MaxDepth = MaxDepth });
        values.Clear();
        found = -1;
        var (parent, name, nameLength) = (-1, 0, 0);
        while (reader.Read())
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    (name, nameLength) = ((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    var closed = values[parent];
                    values[parent] = closed with { Next = values.Count };
                    parent = closed.Parent;
                    break;
                default:
                    var isText = reader.TokenType is JsonTokenType.String;
                    values.Add(new Value(reader.TokenType, name, nameLength, (int)reader.TokenStartIndex + (isText ? 1 : 0), reader.ValueSpan.Length,
                        reader.ValueIsEscaped, parent, values.Count + 1));
                    if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                        parent = values.Count - 1;
                    nameLength = 0;
                    break;
            }
    }
}
