using System.Globalization;
using Serilog;
using Serilog.Events;

namespace Bot.Operations;

/// <summary>Where logs go: a file a day, two weeks of them, and warnings to the terminal. Ids and counts only, never what people say.</summary>
public static class Logging
{
    private const int Days = 14;

    public static void Choose(WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection("Log").Get<LogSettings>() ?? new LogSettings();
        var logger = new LoggerConfiguration()
            .MinimumLevel.Is(settings.Level)
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Fatal)    // its errors quote parameters and come to us as exceptions anyway
            .MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LogEventLevel.Fatal)    // a start that fails is told in one line by us
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
            .MinimumLevel.Override("Quartz", LogEventLevel.Warning)
            .WriteTo.Console(LogEventLevel.Warning, formatProvider: CultureInfo.InvariantCulture, standardErrorFromLevel: LogEventLevel.Verbose)
            .WriteTo.File(Path.Combine(settings.Folder, "bot-.log"), formatProvider: CultureInfo.InvariantCulture,
                rollingInterval: RollingInterval.Day, retainedFileCountLimit: Days, shared: true)
            .CreateLogger();
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(logger, dispose: true);
    }
}
