using Microsoft.Extensions.DependencyInjection.Extensions;
using Procurement;

namespace Bot.Feeds;

/// <summary>Brings the portal into the service. Nothing is called before somebody asks it for something.</summary>
public static class PortalSetup
{
    /// <summary>Gives <see cref="IPortal"/>, <see cref="PortalSources"/> and <see cref="PortalSettings"/>, each once.</summary>
    public static IServiceCollection AddPortal(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<PortalSettings>(configuration, PortalSettings.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(configuration);
        return services.AddSingleton<PortalSources>().AddSingleton(provider => provider.GetRequiredService<PortalSources>().Chosen);
    }
}
