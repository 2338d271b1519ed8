using System.ComponentModel.DataAnnotations;
using Bot.Conversation;
using Microsoft.Extensions.Options;

namespace Bot;

/// <summary>The few words that the wiring in <see cref="House"/> is written in.</summary>
internal static class Wiring
{
    /// <summary>A section of settings as a record: bound once, checked at start.</summary>
    public static void AddSettings<TSettings>(this IServiceCollection services, IConfiguration configuration, string section) where TSettings : class
    {
        services.AddOptions<TSettings>().Bind(configuration.GetSection(section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TSettings>>(new SettingsCheck<TSettings>(section));
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<TSettings>>().Value);
    }

    public static IServiceCollection Steps<T>(this IServiceCollection services) where T : class, IStep => services.AddScoped<IStep, T>();

    public static IServiceCollection Steps<T1, T2, T3>(this IServiceCollection services)
        where T1 : class, IStep where T2 : class, IStep where T3 : class, IStep => services.Steps<T1>().Steps<T2>().Steps<T3>();

    public static IServiceCollection Steps<T1, T2, T3, T4>(this IServiceCollection services)
        where T1 : class, IStep where T2 : class, IStep where T3 : class, IStep where T4 : class, IStep =>
        services.Steps<T1, T2, T3>().Steps<T4>();

    public static IServiceCollection Commands<T>(this IServiceCollection services) where T : class, ICommand => services.AddScoped<ICommand, T>();

    /// <summary>A command that people and coordinators may give.</summary>
    public static IServiceCollection AddForAll<T>(this IServiceCollection services) where T : class, ICommand => services
        .AddScoped<T>().AddScoped<ICommand>(provider => provider.GetRequiredService<T>())
        .AddScoped<ICommand>(provider => new Signs.ForDesk(provider.GetRequiredService<T>()));

    public static IServiceCollection Commands<T1, T2, T3>(this IServiceCollection services)
        where T1 : class, ICommand where T2 : class, ICommand where T3 : class, ICommand => services.Commands<T1>().Commands<T2>().Commands<T3>();

    public static IServiceCollection Commands<T1, T2, T3, T4>(this IServiceCollection services)
        where T1 : class, ICommand where T2 : class, ICommand where T3 : class, ICommand where T4 : class, ICommand =>
        services.Commands<T1, T2, T3>().Commands<T4>();
}

/// <summary>Says which setting is wrong by the name under which the operator wrote it.</summary>
internal sealed class SettingsCheck<TSettings>(string section) : IValidateOptions<TSettings> where TSettings : class
{
    public ValidateOptionsResult Validate(string? name, TSettings options)
    {
        List<ValidationResult> faults = [];
        return Validator.TryValidateObject(options, new ValidationContext(options), faults, validateAllProperties: true)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(faults.Select(fault => $"{section}:{fault.MemberNames.FirstOrDefault()}: {fault.ErrorMessage}"));
    }
}
