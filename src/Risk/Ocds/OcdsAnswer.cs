using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Risk.Ocds;

/// <summary>What fired in a file of releases, and which of its lines could not be read.</summary>
public sealed class OcdsAnswer
{
    private const int Enough = 1 << 16;    // bytes: what is written at once

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Desk desk;

    internal OcdsAnswer(Desk desk) => this.desk = desk;

    /// <summary>Numbers of the lines that are not JSON, from 1, in order.</summary>
    public required IReadOnlyList<long> Malformed { get; init; }

    /// <summary>Releases that were looked at: neither cancelled nor excluded.</summary>
    public required long Releases { get; init; }

    /// <summary>Lines of JSON that are no releases: they have no ocid.</summary>
    public required long Others { get; init; }

    /// <summary>There were bids in other currencies than the one whose prices are compared.</summary>
    public required bool LeftOutCurrencies { get; init; }

    /// <summary>
    /// One JSON object on one line, {"OCID":{id:{"R003":1.0}},"Buyer":{},"ProcuringEntity":{},"Tenderer":{}}: ids in the order of their bytes,
    /// codes in the order of their numbers. A value without a number (the winner asked for nothing) is null.
    /// </summary>
    public void Write(Stream stream)
    {
        using var writer = new Utf8JsonWriter(stream, Options);
        var marks = desk.Marks.All().ToLookup(mark => mark.Group);
        writer.WriteStartObject();
        Write(writer, "OCID", desk.Ocids, marks[Group.Ocid]);
        Write(writer, "Buyer", desk.Organisations, marks[Group.Buyer]);
        Write(writer, "ProcuringEntity", desk.Organisations, marks[Group.ProcuringEntity]);
        Write(writer, "Tenderer", desk.Organisations, marks[Group.Tenderer]);
        writer.WriteEndObject();
        writer.Flush();
        stream.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter writer, string group, Names names, IEnumerable<(Group Group, int Name, Code Code, double Value)> marks)
    {
        var sorted = marks.ToArray();
        Array.Sort(sorted, (one, other) => one.Name == other.Name ? one.Code - other.Code : names[one.Name].SequenceCompareTo(names[other.Name]));
        writer.WriteStartObject(group);
        for (var at = 0; at < sorted.Length; at++)
        {
            if (at == 0 || sorted[at].Name != sorted[at - 1].Name)
                writer.WriteStartObject(names[sorted[at].Name]);
            writer.WritePropertyName(Codes[(int)sorted[at].Code]);
            writer.WriteRawValue(Number(sorted[at].Value), skipInputValidation: true);
            if (at == sorted.Length - 1 || sorted[at].Name != sorted[at + 1].Name)
                writer.WriteEndObject();
            if (writer.BytesPending > Enough)
                writer.Flush();
        }

        writer.WriteEndObject();
    }

    private static readonly JsonEncodedText[] Codes = [.. Enum.GetNames<Code>().Select(name => JsonEncodedText.Encode(name))];

    /// <summary>The shortest text that reads back the same, with a point: 1.0.</summary>
    private static string Number(double value)
    {
        if (!double.IsFinite(value))
            return "null";
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0";
    }
}
