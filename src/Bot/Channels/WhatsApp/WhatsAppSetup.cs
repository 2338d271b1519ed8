using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bot.Channels.WhatsApp;

/// <summary>Brings WhatsApp into the service: nothing but the checked settings when there is no account.</summary>
public static class WhatsAppSetup
{
    public const string Path = "/whatsapp";

    /// <summary>Needs the store, the outbox and an <see cref="Conversation.IMailbox"/>.</summary>
    public static IServiceCollection AddWhatsApp(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(WhatsAppSettings.Section);
        services.AddSingleton<IValidateOptions<WhatsAppSettings>, WhatsAppSettingsCheck>();
        services.AddOptions<WhatsAppSettings>().Bind(section).ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<WhatsAppSettings>>().Value);
        var settings = section.Get<WhatsAppSettings>() ?? new WhatsAppSettings();
        return settings.IsOn ? services.AddChannel() : services;
    }

    /// <summary>Opens the addresses that Twilio brings messages and statuses to.</summary>
    public static IEndpointRouteBuilder MapWhatsApp(this IEndpointRouteBuilder routes)
    {
        if (!routes.ServiceProvider.GetRequiredService<WhatsAppSettings>().IsOn)
            return routes;
        routes.MapPost(Path, (HttpRequest request, Webhook webhook, CancellationToken cancellationToken) => webhook.Hear(request, cancellationToken));
        routes.MapPost(Statuses.Path, (HttpRequest request, Statuses statuses, CancellationToken cancellationToken) => statuses.Hear(request, cancellationToken));
        return routes;
    }

    /// <summary>What is done beside all conversations.</summary>
    public static void Schedule(Quartz.IQuartzBuilder quartz, IConfiguration configuration)
    {
        if (configuration.GetSection(WhatsAppSettings.Section).Get<WhatsAppSettings>() is not { IsOn: true })
            return;
        Tidying.Schedule(quartz);
        ForgettingContacts.Schedule(quartz);
    }

    private static IServiceCollection AddChannel(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpClient<TwilioClient>(http => http.Timeout = Timeout.InfiniteTimeSpan)    // every call brings its own limit
            .UseSocketsHttpHandler((handler, _) =>
            {
                handler.AllowAutoRedirect = false;    // where it leads is looked at first
                handler.ActivityHeadersPropagator = null;
                handler.ConnectTimeout = TimeSpan.FromSeconds(10);
                handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();    // they write addresses
        services.AddScoped<Contacts>().AddScoped<Reconciliation>().AddScoped<Tidying>().AddScoped<ForgettingContacts>();
        services.AddSingleton<PublicAddress>().AddSingleton<Signature>().AddSingleton<Reception>()
            .AddSingleton<IReplay>(provider => provider.GetRequiredService<Reception>());
        services.AddSingleton<Shelf>().AddSingleton<Wording>().AddSingleton<Judgement>().AddSingleton<Nudge>().AddSingleton<Media>().AddSingleton<TemplateBook>();
        return services.AddSingleton<Webhook>().AddSingleton<Statuses>().AddSingleton<IChannel, WhatsAppChannel>();
    }
}
