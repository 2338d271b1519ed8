using System.Security.Cryptography;
using System.Text;

namespace Bot.Channels.Web;

/// <summary>
/// Who speaks: a random cookie and nothing else. The address kept on our side is its digest, so that reading the database
/// does not let anybody speak in a person's place.
/// </summary>
internal static class WebSession
{
    public const string Citizen = "kj";
    public const string Triage = "kj_triage";
    private const int SecretBytes = 16;
    private const int SecretDigits = SecretBytes * 2;
    private const int MarkDigits = 8;

    /// <summary>The citizen's address, or null when the browser has shown no well-formed cookie.</summary>
    public static string? AddressOf(HttpRequest request) =>
        request.Cookies[Citizen] is { Length: SecretDigits } secret && secret.All(char.IsAsciiHexDigitLower) ? Digest(secret) : null;

    /// <summary>The address of this browser; the first visit makes one, which lasts until the browser is closed.</summary>
    public static string OpenFor(HttpContext http)
    {
        if (AddressOf(http.Request) is { } known)
            return known;

        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
        http.Response.Cookies.Append(Citizen, secret, Options(http.Request, "/"));
        return Digest(secret);
    }

    public static void OpenTriage(HttpContext http, string secret) =>
        http.Response.Cookies.Append(Triage, secret, Options(http.Request, "/triage"));

    public static void Close(HttpContext http)
    {
        http.Response.Cookies.Delete(Citizen, Options(http.Request, "/"));
        http.Response.Cookies.Delete(Triage, Options(http.Request, "/triage"));
        http.Response.Cookies.Delete(Words.LanguageCookie, Options(http.Request, "/"));
    }

    /// <summary>Half of a SHA-256: 128 bits, as many as the secret has.</summary>
    public static string Digest(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)))[..SecretDigits];

    /// <summary>As much of the address as a page needs to recognise its own, and too little to be it.</summary>
    public static string MarkOf(string address) => Digest(address)[..MarkDigits];

    public static CookieOptions Options(HttpRequest request, string path) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Path = path,
        IsEssential = true,
        Secure = request.IsHttps || request.Headers["X-Forwarded-Proto"] == "https",    // a lie here only hurts the liar's own cookie
    };
}
