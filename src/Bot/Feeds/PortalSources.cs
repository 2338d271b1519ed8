using Procurement;

namespace Bot.Feeds;

/// <summary>The sources that the settings choose, each asked with patience. Sources on one host share its queue.</summary>
public sealed class PortalSources : IDisposable
{
    private readonly Dictionary<string, PortalConnection> connections = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<PatientPortal> sources = [];

    public PortalSources(PortalSettings settings, IConfiguration configuration, TimeProvider clock, ILogger<PortalSources> logger)
    {
        var latch = new TokenLatch(() => configuration[$"{PortalSettings.Section}:{nameof(PortalSettings.Token)}"] ?? "");
        foreach (var name in settings.Order())
        {
            var address = new Uri(settings.AddressOf(name));
            var connection = Connection(address, name == PortalSettings.Zakup ? null : latch, settings, clock);
            IPortal source = name switch
            {
                PortalSettings.GraphQl => new OwsGraphQl(connection.Http, address, clock),
                PortalSettings.Rest => new OwsRest(connection.Http, address, clock),
                _ => new ZakupPortal(connection.Http, address, clock),
            };
            sources.Add(new PatientPortal(source, connection, settings, clock, logger));
        }
        Chosen = new ChosenPortal(sources);
    }

    /// <summary>All of them as one; it has no feed when no source is set.</summary>
    public IPortal Chosen { get; }

    /// <summary>Each source in order of choice, as it stands now.</summary>
    public IReadOnlyList<SourceStanding> Standing => [.. sources.Select(source => source.Standing)];

    public void Dispose()
    {
        foreach (var connection in connections.Values)
            connection.Dispose();
    }

    private PortalConnection Connection(Uri address, TokenLatch? latch, PortalSettings settings, TimeProvider clock)
    {
        var host = new Uri(address.GetLeftPart(UriPartial.Authority));
        var key = latch is null ? host.AbsoluteUri : host.AbsoluteUri + "#token";    // a host asked without the token has a way of its own
        if (!connections.TryGetValue(key, out var connection))
            connections[key] = connection = new PortalConnection(host, latch, settings, clock);
        return connection;
    }
}
