using System.Net;
using Microsoft.AspNetCore.Http.Features;

namespace Bot.Channels.WhatsApp;

/// <summary>The address of a request as Twilio knows it: from the settings, else the request's own, seen through known proxies only.</summary>
internal sealed class PublicAddress(WhatsAppSettings settings)
{
    private readonly IPNetwork[] proxies = [.. settings.Proxies.Select(Network)];

    /// <summary>The address as it stands and with the standard port named or left out: Twilio signs either.</summary>
    public IEnumerable<string> Of(HttpRequest request)
    {
        var target = request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget is { Length: > 0 } raw && raw[0] == '/'
            ? raw
            : request.Path.ToUriComponent() + request.QueryString;
        var origin = settings.PublicUrl.Length > 0 ? settings.PublicUrl.TrimEnd('/') : Origin(request);
        yield return origin + target;
        if (Uri.TryCreate(origin, UriKind.Absolute, out var known) && known.IsDefaultPort)
            yield return $"{known.Scheme}://{known.Host}{(Names(origin, known) ? "" : $":{known.Port}")}{known.AbsolutePath.TrimEnd('/')}{target}";
    }

    private static bool Names(string origin, Uri known) =>
        origin.StartsWith($"{known.Scheme}://{known.Host}:{known.Port}", StringComparison.OrdinalIgnoreCase);

    private string Origin(HttpRequest request)
    {
        var isKnown = request.HttpContext.Connection.RemoteIpAddress is { } address
            && Array.Exists(proxies, proxy => proxy.Contains(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address));
        var (scheme, host) = isKnown ? (First(request, "X-Forwarded-Proto"), First(request, "X-Forwarded-Host")) : (null, null);
        return $"{scheme ?? request.Scheme}://{host ?? request.Host.Value}";
    }

    private static string? First(HttpRequest request, string header) =>
        request.Headers[header].ToString().Split(',')[0].Trim() is { Length: > 0 } value ? value : null;

    private static IPNetwork Network(string text) => IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.Parse(text) is var one ? new IPNetwork(one, one.GetAddressBytes().Length * 8) : default;
}
