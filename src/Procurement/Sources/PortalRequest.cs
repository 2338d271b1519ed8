namespace Procurement;

/// <summary>What a source and the handlers that carry its requests say to each other.</summary>
public static class PortalRequest
{
    /// <summary>Somebody waits for the answer in a chat: the request goes before those of background jobs.</summary>
    public static HttpRequestOptionsKey<bool> IsUrgent { get; } = new("portal.urgent");

    /// <summary>How long the answer asks us to wait [Retry-After], in either of its two forms; null when it does not.</summary>
    public static TimeSpan? Wait(HttpResponseMessage response, TimeProvider clock) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > clock.GetUtcNow() => date - clock.GetUtcNow(),
        _ => null,
    };
}
