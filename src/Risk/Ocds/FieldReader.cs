using System.Text.Json;

namespace Risk.Ocds;

/// <summary>Reads the value of the field whose name the reader stands on; a value of another type is stepped over.</summary>
internal sealed class FieldReader(Release release, Names names)
{
    /// <summary>Where the line begins in the block.</summary>
    public int Start { get; set; }

    /// <summary>Goes to the next field of an object; false at its end.</summary>
    public static bool Next(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.PropertyName;
    }

    /// <summary>Goes into the field's object; false if it is none, and then it is stepped over.</summary>
    public static bool Enters(ref Utf8JsonReader reader, JsonTokenType opening = JsonTokenType.StartObject)
    {
        reader.Read();
        if (reader.TokenType == opening)
            return true;
        reader.Skip();
        return false;
    }

    /// <summary>Goes to the next object of an array, stepping over anything else; false at its end.</summary>
    public static bool NextObject(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            if (reader.TokenType == JsonTokenType.StartObject)
                return true;
            else
                reader.Skip();
        return false;
    }

    public Piece Text(ref Utf8JsonReader reader)
    {
        if (!Enters(ref reader, JsonTokenType.String))
            return Piece.None;
        return reader.ValueIsEscaped
            ? release.Unescaped.Add(ref reader)
            : new Piece(Start + (int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
    }

    /// <summary>Name of a text; −1: none.</summary>
    public int Name(ref Utf8JsonReader reader) => Text(ref reader) is { IsText: true } text ? names.Of(release.Text(text)) : -1;

    /// <summary>Name of the id of the field's object; −1: none.</summary>
    public int Id(ref Utf8JsonReader reader) => Enters(ref reader) ? IdInside(ref reader) : -1;

    /// <summary>Name of the id of an array's objects, and how many elements the array has.</summary>
    public Run Ids(ref Utf8JsonReader reader)
    {
        if (!Enters(ref reader, JsonTokenType.StartArray))
            return Run.None;
        var first = release.Organisations.Count;
        var elements = 0;
        for (; reader.Read() && reader.TokenType != JsonTokenType.EndArray; elements++)
            if (reader.TokenType != JsonTokenType.StartObject)
                reader.Skip();
            else if (IdInside(ref reader) is >= 0 and var id)
                release.Organisations.Add(id);
        return new Run(first, release.Organisations.Count - first, elements);
    }

    private int IdInside(ref Utf8JsonReader reader)
    {
        var id = -1;
        while (Next(ref reader))
            if (reader.ValueTextEquals("id"u8))
                id = Name(ref reader);
            else
                reader.Skip();
        return id;
    }
}
