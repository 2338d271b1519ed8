using System.Diagnostics;
using Bot.Tests.Channels.Telegram;

namespace Bot.Tests.Channels.WhatsApp;

/// <summary>Runs a referee written for node.</summary>
internal static class Node
{
    private static readonly TimeSpan GiveUp = TimeSpan.FromSeconds(60);

    /// <summary>Starts a script of tests/Fakes/Referees.</summary>
    public static Process Start(string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(RefereeFactAttribute.Node!, arguments)
        {
            WorkingDirectory = RefereeFactAttribute.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>What the script printed; whatever it complained of fails the test.</summary>
    public static async Task<string> Run(string script, string input, params (string Name, string Value)[] environment)
    {
        using var process = Start([script], environment);
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
            await process.WaitForExitAsync().WaitAsync(GiveUp);
            if (process.ExitCode != 0)
                throw new InvalidOperationException($"{script} failed: {await errors}");
            return await output;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
