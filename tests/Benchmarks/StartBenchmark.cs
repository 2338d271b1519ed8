using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Benchmarks;

/// <summary>How long an operator waits: the built program as a process, until its page answers.</summary>
internal static class StartBenchmark
{
    private const int Later = 3;

    public static async Task<int> Run(string[] args)
    {
        var folder = TemporaryHouse.Folder();
        var first = await Start(folder);
        List<double> later = [];
        for (var run = 0; run < Later; run++)
            later.Add(await Start(folder));
        Directory.Delete(folder, recursive: true);
        return TemporaryHouse.Print(new { firstStartSeconds = Math.Round(first, 2), laterStartSeconds = later.Select(seconds => Math.Round(seconds, 2)) });
    }

    private static async Task<double> Start(string folder)
    {
        var url = $"http://127.0.0.1:{FreePort()}";
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Bot.House).Assembly.Location, .. TemporaryHouse.Settings(folder), $"--Web:Url={url}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line && !line.StartsWith("Ready", StringComparison.Ordinal))
            Console.Error.WriteLine(line.Split("key=")[0]);
        using var http = new HttpClient();
        (await http.GetAsync(new Uri(url + "/"))).EnsureSuccessStatusCode();
        var seconds = clock.Elapsed.TotalSeconds;
        process.Kill();
        await process.WaitForExitAsync();
        return seconds;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
