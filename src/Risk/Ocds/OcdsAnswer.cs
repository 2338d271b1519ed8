using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Risk.Ocds;

/// <summary>What fired in a file of releases, and which of its lines could not be read.</summary>
public sealed class OcdsAnswer
{
    private const int Enough = 1 << 16;       // bytes: what is written at once
    private const int LongestNumber = 32;    // bytes: a double has at most 24

    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,    // what is written has always the same form
    };

    private static readonly JsonEncodedText[] Codes = [.. Enum.GetNames<Code>().Select(name => JsonEncodedText.Encode(name))];

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
    /// One JSON object on one line, {"OCID":{id:{"R003":1.0}},"Buyer":{},"ProcuringEntity":{},"Tenderer":{}}: ids in the order of their
    /// bytes, codes in the order of their numbers. A value without a number (the winner asked for nothing) is null.
    /// </summary>
    public void Write(Stream stream)
    {
        using var writer = new Utf8JsonWriter(stream, Options);
        writer.WriteStartObject();
        Write(writer, "OCID", desk.Ocids, desk.Marks.Of(Group.Ocid, desk.Ocids));
        Write(writer, "Buyer", desk.Organisations, desk.Marks.Of(Group.Buyer, desk.Organisations));
        Write(writer, "ProcuringEntity", desk.Organisations, desk.Marks.Of(Group.ProcuringEntity, desk.Organisations));
        Write(writer, "Tenderer", desk.Organisations, desk.Marks.Of(Group.Tenderer, desk.Organisations));
        writer.WriteEndObject();
        writer.Flush();
        stream.WriteByte((byte)'\n');
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]    // entered once
    private static void Write(Utf8JsonWriter writer, string group, Names names, Mark[] marks)
    {
        writer.WriteStartObject(group);
        for (var at = 0; at < marks.Length; at++)
        {
            if (at == 0 || marks[at].Name != marks[at - 1].Name)
                writer.WriteStartObject(names[marks[at].Name]);
            writer.WritePropertyName(Codes[(int)marks[at].Code]);
            Write(writer, marks[at].Value);
            if (at == marks.Length - 1 || marks[at].Name != marks[at + 1].Name)
                writer.WriteEndObject();
            if (writer.BytesPending > Enough)
                writer.Flush();
        }

        writer.WriteEndObject();
    }

    /// <summary>The shortest text that reads back the same, with a point: 1.0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Write(Utf8JsonWriter writer, double value)
    {
        Span<byte> text = stackalloc byte[LongestNumber];
        if (double.IsFinite(value) && value.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture))
        {
            if (text[..length].ContainsAny((byte)'.', (byte)'E'))
                writer.WriteRawValue(text[..length], skipInputValidation: true);
            else
                writer.WriteRawValue([.. text[..length], .. ".0"u8], skipInputValidation: true);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
