using Xunit;

namespace Bot.Tests.Channels.Telegram;

/// <summary>A test that needs node and a package of tests/Fakes/Referees: skipped, with the reason, where they are missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RefereeFactAttribute : FactAttribute
{
    public RefereeFactAttribute(string package)
    {
        if (Node is null)
            Skip = "node is not installed";
        else if (!Directory.Exists(Path.Combine(Folder, "node_modules", package)))
            Skip = $"the npm package {package} is not installed: run `npm ci` in tests/Fakes/Referees";
    }

    public static string? Node => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { Path.Combine(folder, "node"), Path.Combine(folder, "node.exe") })
        .FirstOrDefault(File.Exists);

    public static string Folder { get; } = FindFolder();

    private static string FindFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Bot.sln")))
            folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? ".", "tests", "Fakes", "Referees");
    }
}
