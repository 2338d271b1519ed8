using System.Diagnostics;
using System.Text;

namespace Benchmarks.Messengers;

/// <summary>The program itself as a process of its own: started, asked for its memory and processor time, killed.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private BotProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, said) => Hear(said.Data);
        process.ErrorDataReceived += (_, said) => Hear(said.Data);
        process.Start();
        AppDomain.CurrentDomain.ProcessExit += End;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public double Megabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / (1024.0 * 1024);
        }
    }

    /// <param name="arguments">Settings as --Section:Key=value, and the words of a verb.</param>
    public static BotProcess Start(string folder, IEnumerable<string> arguments) => new(new Process
    {
        StartInfo = new ProcessStartInfo("dotnet", [typeof(Bot.House).Assembly.Location, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        },
    });

    /// <summary>Runs a verb to its end.</summary>
    public static async Task Run(string folder, IEnumerable<string> arguments)
    {
        await using var bot = Start(folder, arguments);
        await bot.process.WaitForExitAsync();
        if (bot.process.ExitCode != 0)
            throw new InvalidOperationException("The verb failed:\n" + bot.Printed);
    }

    public async Task Ready()
    {
        if (await Task.WhenAny(ready.Task, process.WaitForExitAsync(), Task.Delay(Patience)) != ready.Task)
            throw new InvalidOperationException("The bot did not get ready. It printed:\n" + Printed);
    }

    /// <summary>kill -9: nothing in it gets a chance to tidy up.</summary>
    public async Task Kill()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= End;
        await Kill();
        process.Dispose();
    }

    /// <summary>When the measurement is broken off, nobody is left behind.</summary>
    private void End(object? sender, EventArgs e) => process.Kill();

    private string Printed
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    private void Hear(string? line)
    {
        lock (output)
            if (output.Length < 100_000)    // hours of warnings are of no use here
                output.AppendLine(line?.Split("key=")[0]);
        if (line?.StartsWith("Ready.", StringComparison.Ordinal) == true)
            ready.TrySetResult();
    }
}
