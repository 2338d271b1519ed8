using System.Diagnostics;
using System.Text;
using Xunit;

namespace Library.Tests.Language;

/// <summary>A test against a program that others wrote: skipped, with the reason, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ProgramFactAttribute : FactAttribute
{
    public ProgramFactAttribute(string program, string package)
    {
        if (Found(program) is null)
            Skip = $"the referee {program} (Debian package {package}) is not installed";
    }

    public static string? Found(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { Path.Combine(folder, program), Path.Combine(folder, program + ".exe") })
        .FirstOrDefault(File.Exists);

    /// <summary>What the program answers to a text, line by line.</summary>
    public static async Task<string[]> Answers(string program, IEnumerable<string> arguments, string text)
    {
        var start = new ProcessStartInfo(Found(program) ?? program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var answer = process.StandardOutput.ReadToEndAsync();
        await process.StandardInput.WriteAsync(text);
        process.StandardInput.Close();
        var lines = (await answer).TrimEnd('\n').Split('\n');
        await process.WaitForExitAsync();
        return lines;
    }
}
