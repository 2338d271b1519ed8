using System.IO.Compression;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Bot.Channels.Web;

/// <summary>The pages and what they need, embedded in the program; {blanks} are filled with words in the reader's language.</summary>
internal sealed partial class Pages(Words words, WebSettings settings)
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly Dictionary<string, string> Types = new()
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    };

    private static readonly Dictionary<string, (byte[] Plain, byte[] Packed)> Files = ReadAll();

    public IResult Show(HttpContext http, string page, int status = StatusCodes.Status200OK, params (string Blank, string Value)[] blanks)
    {
        var language = words.LanguageOf(http.Request);
        var limits = new { settings.TextCharacters, settings.Files, settings.FileMegabytes, settings.MessageMegabytes };
        RememberChoice(http);
        var known = new Dictionary<string, string>(words.In(language)!)
        {
            ["language"] = language,
            ["words"] = JsonSerializer.Serialize(words.In(language), Json),
            ["leave_to"] = settings.LeaveTo,
            ["limits"] = JsonSerializer.Serialize(limits, Json),
        };
        foreach (var (blank, value) in blanks)
            known[blank] = value;

        var text = Blank().Replace(Encoding.UTF8.GetString(Files[page].Plain), blank => Html.Encode(known[blank.Groups[1].Value]));
        return Results.Text(text, "text/html; charset=utf-8", statusCode: status);
    }

    public static IResult Asset(HttpContext http, string file)
    {
        if (!Files.TryGetValue(file, out var found) || !Types.TryGetValue(Path.GetExtension(file), out var type))
            return Results.NotFound();

        if (!http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
            return Results.Bytes(found.Plain, type);

        http.Response.Headers.ContentEncoding = "gzip";
        return Results.Bytes(found.Packed, type);
    }

    /// <summary>The words of one language for a page that is already open, which also remembers the choice.</summary>
    public IResult WordsIn(HttpContext http, string language)
    {
        if (words.In(language) is not { } found)
            return Results.NotFound();

        Remember(http, language);
        return Results.Text(JsonSerializer.Serialize(found, Json), "application/json; charset=utf-8");
    }

    private void RememberChoice(HttpContext http)
    {
        if (http.Request.Query["language"].ToString() is { Length: > 0 } chosen && words.In(chosen) is not null)
            Remember(http, chosen);
    }

    private static void Remember(HttpContext http, string language) =>
        http.Response.Cookies.Append(Words.LanguageCookie, language, WebSession.Options(http.Request, "/"));

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    private static Dictionary<string, (byte[] Plain, byte[] Packed)> ReadAll()
    {
        const string Folder = "Bot.Channels.Web.pages.";
        var program = Assembly.GetExecutingAssembly();
        return program.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .ToDictionary(name => name[Folder.Length..], name => Read(program.GetManifestResourceStream(name)!));
    }

    private static (byte[] Plain, byte[] Packed) Read(Stream resource)
    {
        using var bytes = new MemoryStream();
        using (resource)
            resource.CopyTo(bytes);
        return (bytes.ToArray(), Packed(bytes.ToArray()));
    }

    [GeneratedRegex(@"\{([a-z_]+(?:\.[a-z_]+)?)\}")] private static partial Regex Blank();
}
