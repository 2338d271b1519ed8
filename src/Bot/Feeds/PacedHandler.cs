using Procurement;

namespace Bot.Feeds;

/// <summary>
/// Lets each request wait for its turn, then gives it so long for the whole answer, and heeds a host that asks for a pause.
/// </summary>
internal sealed class PacedHandler(HostPace pace, TimeSpan patience, TimeProvider clock) : DelegatingHandler
{
    /// <summary>A full page with its nesting takes some 2 MB; what is far beyond is no page.</summary>
    public const long LargestAnswer = 64 << 20;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await pace.Turn(request.Options.TryGetValue(PortalRequest.IsUrgent, out var isUrgent) && isUrgent, cancellationToken);
        using var late = new CancellationTokenSource(patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        var response = await base.SendAsync(request, either.Token);
        try
        {
            await response.Content.LoadIntoBufferAsync(LargestAnswer, either.Token);    // the body counts too: it is what takes long
        }
        catch
        {
            response.Dispose();
            throw;
        }
        if (PortalRequest.Wait(response, clock) is { } wait)
            pace.Hold(wait);
        return response;
    }
}
