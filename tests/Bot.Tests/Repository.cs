using System.Runtime.CompilerServices;

namespace Bot.Tests;

/// <summary>Where the sources are: the rules of the house and the stories are read from there.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../.."));

    private static string Here([CallerFilePath] string path = "") => path;
}
