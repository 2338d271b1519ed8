using System.Diagnostics;
using System.Text.Json;

namespace Bot.Tests.Operations;

/// <summary>The built program as an operator runs it, in a folder of its own.</summary>
public sealed class BotProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);    // a deadline for a busy machine, not an expectation
    private readonly string folder = Directory.CreateTempSubdirectory("bot-process-").FullName;

    public string PathOf(string file) => Path.Combine(folder, file);

    public string Write(string file, string text)
    {
        File.WriteAllText(PathOf(file), text);
        return PathOf(file);
    }

    public Task<Ending> Run(params string[] arguments) => Run([], arguments);

    /// <summary>Runs it to its end; settings are given in the environment, words on the command line.</summary>
    internal async Task<Ending> Run(IEnumerable<(string Name, string Value)> environment, string[] arguments)
    {
        using var process = Begin(environment, arguments);
        using var deadline = new CancellationTokenSource(Patience);
        var (answers, complaints) = (process.StandardOutput.ReadToEndAsync(deadline.Token), process.StandardError.ReadToEndAsync(deadline.Token));
        await process.WaitForExitAsync(deadline.Token);
        return new Ending(process.ExitCode, await answers, await complaints);
    }

    private Process Begin(IEnumerable<(string Name, string Value)> environment, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Bot.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}

/// <summary>How a run ended, and what was printed.</summary>
public sealed record Ending(int Code, string Output, string Errors)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement.Clone();

    /// <summary>What an operator reads: one line, or the test shows all of it.</summary>
    public string OnlyLine => Errors.Trim().Split('\n') is [var only] ? only : throw new InvalidOperationException("Not one line:\n" + Errors);
}
