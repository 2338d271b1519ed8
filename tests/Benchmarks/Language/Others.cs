using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Benchmarks.Language;

/// <summary>Programs that others wrote, on the same messages and words; "not installed" where they are missing.</summary>
internal static class Others
{
    private const string Missing = "not installed";

    /// <summary>tinyld and lande: share right, without the mixed messages, and microseconds each.</summary>
    public static object Detectors(string root)
    {
        var folder = Path.Combine(root, "tests/Library.Tests/Referees");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "lande")))
            return Missing;
        var answer = Answer("node", [Path.Combine(folder, "languages.mjs"), Path.Combine(root, "tests/Library.Tests/Language/messages.tsv")], "");
        return answer.Length > 0 ? JsonSerializer.Deserialize<JsonElement>(answer) : Missing;
    }

    /// <summary>
    /// The share of the forms for which one of the stems that hunspell knows with hunspell-kk is the table's, and the share that it knows.
    /// </summary>
    public static object Hunspell(IReadOnlyList<string[]> rows)
    {
        var answer = Answer("hunspell", ["-d", "kk_KZ", "-i", "utf-8", "-s"], string.Concat(rows.Select(row => row[0] + "\n")));
        if (answer.Length == 0)
            return Missing;
        var stems = answer.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(parts => parts.Length > 1)
            .ToLookup(parts => parts[0], parts => parts[1].ToLowerInvariant());
        return new
        {
            agrees = Math.Round(rows.Average(row => stems[row[0]].Contains(row[1]) ? 1.0 : 0), 3),
            knows = Math.Round(rows.Average(row => stems.Contains(row[0]) ? 1.0 : 0), 3),
        };
    }

    private static string Answer(string program, string[] arguments, string text)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardInputEncoding = new UTF8Encoding(false),
                StandardOutputEncoding = Encoding.UTF8,
            })!;
            var answer = process.StandardOutput.ReadToEndAsync();
            process.StandardInput.Write(text);
            process.StandardInput.Close();
            process.WaitForExit();
            return answer.Result.Trim();
        }
        catch (System.ComponentModel.Win32Exception)    // no such program
        {
            return "";
        }
    }
}
