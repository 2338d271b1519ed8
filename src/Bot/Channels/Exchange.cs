namespace Bot.Channels;

/// <summary>One call to a provider, within its time; what the network does becomes the provider's own fault, with how far the call had come.</summary>
internal static class Exchange
{
    /// <param name="limit">How long the call may take before its outcome counts as unknown.</param>
    /// <param name="failed">Makes the fault of a reach and a reason.</param>
    public static async Task<T> Run<T>(HttpClient http, HttpRequestMessage request, TimeSpan limit, TimeProvider clock,
        Func<HttpResponseMessage, CancellationToken, Task<T>> read, Func<Reached, string, Exception> failed, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return await read(response, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw late.IsCancellationRequested
                ? failed(Reached.Unknown, $"no answer within {limit.TotalSeconds:0} s")
                : failed(Reached.Nobody, "no connection in time");
        }
        catch (HttpRequestException e)
        {
            throw failed(NotConnected(e) ? Reached.Nobody : Reached.Unknown, $"network: {e.HttpRequestError}");
        }
        catch (IOException e)
        {
            throw failed(Reached.Unknown, $"network: {e.GetType().Name}");
        }
    }

    private static bool NotConnected(HttpRequestException e) => e.HttpRequestError is HttpRequestError.ConnectionError
        or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
}
