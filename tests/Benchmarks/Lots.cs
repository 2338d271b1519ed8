using System.Diagnostics;
using System.Globalization;

namespace Benchmarks;

/// <summary>
/// Files of invented lots, each line as the portal's service gives a lot with its announcement and plan items. Made by a process of its
/// own, so that its memory is not counted with ours.
/// </summary>
internal static class Lots
{
    public static void Invent(string file, int count, params string[] more)
    {
        using var maker = Process.Start("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "Fakes.dll"), "invent", "--lots", count.ToString(CultureInfo.InvariantCulture), "--only", "lots", "--out", file, .. more]);
        maker.WaitForExit();
        if (maker.ExitCode != 0)
            throw new InvalidOperationException("The lots could not be invented.");
    }
}
