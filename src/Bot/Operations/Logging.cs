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
        var folder = builder.Configuration["Log:Folder"] ?? "data/logs";
        var level = Enum.TryParse<LogEventLevel>(builder.Configuration["Log:Level"] ?? "Information", ignoreCase: true, out var wanted) ? wanted : LogEventLevel.Information;
        var logger = new LoggerConfiguration()
            .MinimumLevel.Is(level)
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Fatal)    // its errors quote parameters and come to us as exceptions anyway
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
            .MinimumLevel.Override("Quartz", LogEventLevel.Warning)
            .WriteTo.Console(LogEventLevel.Warning, formatProvider: CultureInfo.InvariantCulture, standardErrorFromLevel: LogEventLevel.Verbose)
            .WriteTo.File(Path.Combine(folder, "bot-.log"), formatProvider: CultureInfo.InvariantCulture,
                rollingInterval: RollingInterval.Day, retainedFileCountLimit: Days, shared: true)
            .CreateLogger();
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(logger, dispose: true);
    }
}
