using System.Text.Json;

namespace Risk.Ocds;

/// <summary>The few texts of a line that are written with escapes, as they read without.</summary>
internal sealed class UnescapedTexts
{
    private byte[] bytes = new byte[256];
    private int used;

    public void Clear() => used = 0;

    /// <exception cref="JsonException">The escapes are no text: half of a surrogate pair.</exception>
    public Piece Add(ref Utf8JsonReader reader)
    {
        while (bytes.Length - used < reader.ValueSpan.Length)
            Array.Resize(ref bytes, bytes.Length * 2);
        try
        {
            var piece = new Piece(used, reader.CopyString(bytes.AsSpan(used)), IsEscaped: true);
            used += piece.Length;
            return piece;
        }
        catch (InvalidOperationException half)
        {
            throw new JsonException(half.Message, half);
        }
    }

    public ReadOnlySpan<byte> Text(Piece piece) => bytes.AsSpan(piece.At, piece.Length);
}
