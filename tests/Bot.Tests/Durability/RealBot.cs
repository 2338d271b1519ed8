using System.Diagnostics;
using System.Text;

namespace Bot.Tests.Durability;

/// <summary>The program itself as an operator starts it: a process of its own, which can be killed at any moment.</summary>
internal sealed class RealBot : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task gone;

    private RealBot(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, said) => Hear(said.Data);
        process.ErrorDataReceived += (_, said) => Hear(said.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        gone = process.WaitForExitAsync();
    }

    /// <summary>Everything that it has printed so far, to either stream.</summary>
    public string Output
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    public bool IsAlive => !process.HasExited;
    public int Number => process.Id;

    /// <param name="arguments">Settings as --Section:Key=value, and the words of a verb.</param>
    public static RealBot Start(string folder, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Bot.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new RealBot(new Process { StartInfo = start });
    }

    /// <summary>Runs a verb to its end.</summary>
    public static async Task<(int Code, string Output)> Run(string folder, params string[] arguments)
    {
        await using var bot = Start(folder, arguments);
        return (await bot.End(), bot.Output);
    }

    /// <summary>Waits until it says that it is ready; fails with what it printed when it ends before that.</summary>
    public async Task<RealBot> Ready()
    {
        await Task.WhenAny(ready.Task, gone, Task.Delay(Patience));
        return ready.Task.IsCompleted ? this : throw new InvalidOperationException("It did not get ready. It printed:\n" + Output);
    }

    /// <summary>kill -9: nothing in it gets a chance to tidy up.</summary>
    public async Task Kill()
    {
        if (IsAlive)
            process.Kill();
        await gone;
    }

    /// <summary>Waits until it ends by itself.</summary>
    public async Task<int> End()
    {
        await gone.WaitAsync(Patience);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (IsAlive)
            await Kill();
        process.Dispose();
    }

    private void Hear(string? line)
    {
        lock (output)
            output.AppendLine(line);
        if (line?.StartsWith("Ready.", StringComparison.Ordinal) == true)
            ready.TrySetResult();
    }
}
