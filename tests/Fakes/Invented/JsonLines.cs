using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Fakes.Invented;

/// <summary>Writes JSON lines as bytes into a stream, each object marked as invented, the first with a note that says so.</summary>
internal sealed class JsonLines : IDisposable
{
    private const int Full = 256 * 1024;

    private static readonly string[] Note =
    [
        "Бұл файлдағы барлық деректер ойдан шығарылған: ұйымдар, сатып алулар және шарттар шын мәнінде жоқ.",
        "Все данные в этом файле вымышлены: таких организаций, закупок и договоров нет.",
        "Everything in this file is invented: there are no such organisations, purchases or contracts.",
    ];

    private readonly Stream output;
    private readonly ArrayBufferWriter<byte> buffer = new(Full * 2);
    private readonly Utf8JsonWriter json;
    private readonly char[] moment = new char[26];
    private bool isNoted;

    public JsonLines(Stream output)
    {
        this.output = output;
        json = new Utf8JsonWriter(buffer,
            new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
    }

    public Utf8JsonWriter Json => json;

    /// <summary>Begins an object of the portal on a line of its own.</summary>
    public void Begin(ReadOnlySpan<byte> type)
    {
        json.WriteStartObject();
        json.WriteString("__typename"u8, type);
        json.WriteBoolean("_invented"u8, true);
        NoteOnce();
    }

    /// <summary>The file's first object says in words what the file is.</summary>
    public void NoteOnce()
    {
        if (isNoted)
            return;
        isNoted = true;
        json.WriteStartArray("_note"u8);
        foreach (var sentence in Note)
            json.WriteStringValue(sentence);
        json.WriteEndArray();
    }

    public void End()
    {
        json.WriteEndObject();
        json.Flush();
        json.Reset();
        buffer.GetSpan(1)[0] = (byte)'\n';
        buffer.Advance(1);
        if (buffer.WrittenCount > Full)
            Flush();
    }

    public void Flush()
    {
        output.Write(buffer.WrittenSpan);
        buffer.ResetWrittenCount();
        output.Flush();
    }

    /// <summary>A nested object of the portal.</summary>
    public void Open(ReadOnlySpan<byte> name, ReadOnlySpan<byte> type)
    {
        json.WriteStartObject(name);
        json.WriteString("__typename"u8, type);
    }

    public void Item(ReadOnlySpan<byte> type)
    {
        json.WriteStartObject();
        json.WriteString("__typename"u8, type);
    }

    public void Close() => json.WriteEndObject();

    public void Text(ReadOnlySpan<byte> name, string? value)
    {
        if (value is null)
            json.WriteNull(name);
        else
            json.WriteString(name, value);
    }

    public void Number(ReadOnlySpan<byte> name, long value) => json.WriteNumber(name, value);

    /// <summary>A sum or a quantity without needless zeros, as the portal writes it.</summary>
    public void Amount(ReadOnlySpan<byte> name, decimal value)
    {
        if (decimal.IsInteger(value))
            json.WriteNumber(name, (long)value);
        else
            json.WriteNumber(name, value / 1.0000000000000000000000000000m);
    }

    public void Time(ReadOnlySpan<byte> name, DateTime? value, bool withFraction = false)
    {
        if (value is not { } at)
        {
            json.WriteNull(name);
            return;
        }

        at.TryFormat(moment, out var length, withFraction ? "yyyy-MM-dd HH:mm:ss.ffffff" : "yyyy-MM-dd HH:mm:ss",
            CultureInfo.InvariantCulture);
        json.WriteString(name, moment.AsSpan(0, length));
    }

    public void Codes(ReadOnlySpan<byte> name, params ReadOnlySpan<string> codes)
    {
        json.WriteStartArray(name);
        foreach (var code in codes)
            json.WriteStringValue(code);
        json.WriteEndArray();
    }

    public void Ids(ReadOnlySpan<byte> name, params ReadOnlySpan<long> ids)
    {
        json.WriteStartArray(name);
        foreach (var id in ids)
            json.WriteNumberValue(id);
        json.WriteEndArray();
    }

    public void Dispose()
    {
        Flush();
        json.Dispose();
    }
}
