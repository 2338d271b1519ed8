namespace Fakes;

/// <summary>The web server of a fake: on this machine only, silent, and gone at once when it is stopped.</summary>
internal static class Doorstep
{
    /// <param name="port">0 lets the system choose.</param>
    /// <param name="largestBody">In bytes; null leaves the server's own limit.</param>
    public static WebApplication Build(int port, long? largestBody = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        if (largestBody is { } bytes)
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = bytes);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.Zero);
        return builder.Build();
    }
}
