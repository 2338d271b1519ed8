using System.Net;
using System.Text.Json;

namespace Procurement;

/// <summary>One request to a source and its answer: JSON, or the fault that the answer amounts to.</summary>
/// <param name="source">The source's name, for messages.</param>
/// <param name="usesToken">Whether a refusal means that the token is bad; a source without one is only busy.</param>
internal sealed class Exchange(HttpClient http, string source, bool usesToken, TimeProvider clock)
{
    /// <summary>A source that refuses without a reason is asked again after this, unless it says something else.</summary>
    private static readonly TimeSpan AfterRefusal = TimeSpan.FromMinutes(10);

    /// <summary>The JSON of the answer; null when the source knows no such object.</summary>
    /// <exception cref="PortalException">There was no answer, or one that cannot be used.</exception>
    public async Task<JsonDocument?> Send(HttpRequestMessage request, bool isUrgent, CancellationToken cancellationToken)
    {
        request.Options.Set(PortalRequest.IsUrgent, isUrgent);
        try
        {
            using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            return Read(response, body);
        }
        catch (OperationCanceledException fault) when (!cancellationToken.IsCancellationRequested)
        {
            throw Fault(PortalFault.Busy, "did not answer in time", fault);
        }
        catch (HttpRequestException fault) when (fault.HttpRequestError is HttpRequestError.ResponseEnded
            or HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded)
        {
            throw Fault(PortalFault.Garbled, $"broke off its answer ({fault.HttpRequestError})", fault);
        }
        catch (HttpRequestException fault)
        {
            throw Fault(PortalFault.Busy, fault.HttpRequestError is HttpRequestError.SecureConnectionError
                ? "has a certificate that is not trusted here" : $"cannot be reached ({fault.HttpRequestError})", fault);
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException)    // a body cut in the middle, or its compression
        {
            throw Fault(PortalFault.Garbled, "broke off its answer", fault);
        }
    }

    public PortalException Fault(PortalFault fault, string what) => Fault(fault, what, null);

    private PortalException Fault(PortalFault fault, string what, Exception? inner) => new(fault, $"{source} {what}.", inner);

    private JsonDocument? Read(HttpResponseMessage response, byte[] body)
    {
        switch (response.StatusCode)
        {
            case HttpStatusCode.OK:
                return Parse(body);
            case HttpStatusCode.NotFound when !IsInvalidRoute(body):
                Parse(body).Dispose();    // a page instead of JSON says nothing about the object
                return null;
            case HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound:
                throw Refusal(response);
            case HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError:
                throw Busy(response, "is busy", wait: null);
            case >= HttpStatusCode.Ambiguous and < HttpStatusCode.BadRequest:
                throw Fault(PortalFault.Garbled, $"sends us elsewhere (HTTP {(int)response.StatusCode})");
            case >= HttpStatusCode.BadRequest:
                throw Fault(PortalFault.Question, $"does not understand the question (HTTP {(int)response.StatusCode})");
            default:
                throw Fault(PortalFault.Garbled, $"answers without an answer (HTTP {(int)response.StatusCode})");
        }
    }

    private PortalException Refusal(HttpResponseMessage response) => usesToken
        ? Fault(PortalFault.Token, $"refuses the token, or the place we ask from (HTTP {(int)response.StatusCode})")
        : Busy(response, "refuses to answer", AfterRefusal);

    private PortalException Busy(HttpResponseMessage response, string what, TimeSpan? wait) =>
        new(PortalFault.Busy, $"{source} {what} (HTTP {(int)response.StatusCode}).")
        {
            RetryAfter = PortalRequest.Wait(response, clock) ?? wait,
        };

    private JsonDocument Parse(byte[] body)
    {
        ReadOnlyMemory<byte> text = body;
        text = text.Span.StartsWith("\uFEFF"u8) ? text[3..] : text;
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException fault)
        {
            var start = text.Span.TrimStart(" \t\r\n"u8);
            throw Fault(PortalFault.Garbled, start switch
            {
                [] => "sent an empty answer",
                [(byte)'<', ..] => "sent a web page instead of JSON",
                _ => "sent JSON that is cut or broken",
            }, fault);
        }
    }

    private static bool IsInvalidRoute(ReadOnlySpan<byte> body) => body.IndexOf("Invalid Route"u8) >= 0;
}
