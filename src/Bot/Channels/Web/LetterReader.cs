using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Bot.Channels.Web;

/// <summary>Reads a posted letter, as JSON or (with files) as a form, within the limits; broken characters are replaced.</summary>
internal sealed partial class LetterReader(WebSettings settings) : IDisposable
{
    private const int Megabyte = 1024 * 1024;
    private const int PressBytes = 64;             // what every channel can carry back
    private const int LongestEscape = 6;           // one character may be written \u0000 in JSON
    private const int Envelope = 64 * 1024;        // part headers, boundaries, JSON around the text
    private readonly SemaphoreSlim uploads = new(settings.UploadsAtOnce);

    public async Task<Letter> Read(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var boundary = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType == "multipart/form-data"
                ? HeaderUtilities.RemoveQuotes(type.Boundary).Value : null;
            return Checked(string.IsNullOrEmpty(boundary)
                ? await ReadJson(request, cancellationToken)
                : await ReadForm(request, boundary, cancellationToken));
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw TooLarge();
        }
        catch (Exception broken) when (broken is JsonException or InvalidDataException or IOException)
        {
            throw Unreadable();
        }
    }

    public void Dispose() => uploads.Dispose();

    private async Task<Letter> ReadJson(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await ReadAll(request.Body, settings.TextCharacters * LongestEscape + Envelope, TooLong(), cancellationToken);
        return JsonSerializer.Deserialize<Letter>(Encoding.UTF8.GetString(body), JsonSerializerOptions.Web) ?? throw Unreadable();
    }

    private async Task<Letter> ReadForm(HttpRequest request, string boundary, CancellationToken cancellationToken)
    {
        if (!await uploads.WaitAsync(0, cancellationToken))
            throw Refusals.Busy();

        try
        {
            Admit(request);
            var form = new LetterForm(settings.Files);
            var parts = new MultipartReader(boundary, request.Body);
            while (await parts.ReadNextSectionAsync(cancellationToken) is { } part)
                await AddPart(form, part, cancellationToken);

            return form.ToLetter();
        }
        finally
        {
            uploads.Release();
        }
    }

    private async Task AddPart(LetterForm form, MultipartSection part, CancellationToken cancellationToken)
    {
        if (part.GetContentDispositionHeader() is not { } about)
            throw Unreadable();

        if (about.IsFileDisposition())
        {
            var tooBig = new RefusedException(StatusCodes.Status413PayloadTooLarge, "web.file_too_big", ("limit", settings.FileMegabytes));
            form.AddFile(about, part.ContentType, await ReadAll(part.Body, settings.FileMegabytes * Megabyte, tooBig, cancellationToken));
        }
        else
        {
            var value = await ReadAll(part.Body, settings.TextCharacters * LongestEscape, TooLong(), cancellationToken);
            form.AddField(HeaderUtilities.RemoveQuotes(about.Name).Value, Encoding.UTF8.GetString(value));
        }
    }

    private void Admit(HttpRequest request)
    {
        var limit = (long)settings.MessageMegabytes * Megabyte + settings.TextCharacters * LongestEscape + Envelope;
        if (request.ContentLength > limit)
            throw TooLarge();

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = limit;
    }

    private Letter Checked(Letter letter)
    {
        if (letter.Id is null || !IdShape().IsMatch(letter.Id))
            throw Unreadable();
        if (letter.Press is { } press && (press.Length > PressBytes || !Ascii.IsValid(press)))
            throw Unreadable();
        if (letter.Text?.Length > settings.TextCharacters)
            throw TooLong();
        if (string.IsNullOrWhiteSpace(letter.Text) && string.IsNullOrEmpty(letter.Press) && letter.Files.Count == 0)
            throw new RefusedException(StatusCodes.Status400BadRequest, "web.empty");

        return letter;
    }

    private static async Task<byte[]> ReadAll(Stream from, int limit, RefusedException beyond, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        var piece = new byte[16 * 1024];
        while (await from.ReadAsync(piece, cancellationToken) is > 0 and var read)
        {
            if (kept.Length + read > limit)
                throw beyond;
            kept.Write(piece, 0, read);
        }

        return kept.ToArray();
    }

    private RefusedException TooLong() =>
        new(StatusCodes.Status413PayloadTooLarge, "web.text_too_long", ("limit", settings.TextCharacters));

    private RefusedException TooLarge() =>
        new(StatusCodes.Status413PayloadTooLarge, "web.files_too_big", ("limit", settings.MessageMegabytes));

    private static RefusedException Unreadable() => new(StatusCodes.Status400BadRequest, "web.unreadable");

    [GeneratedRegex("^[A-Za-z0-9-]{8,64}$")] private static partial Regex IdShape();
}
