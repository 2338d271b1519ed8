using System.Diagnostics.CodeAnalysis;

/// <summary>
/// Runs inside the program when DOTNET_STARTUP_HOOKS names this assembly (the runtime wants this name, without a namespace): lets the
/// process fall over when a file of a certain name appears, for a test that reads what a crash leaves behind.
/// </summary>
[SuppressMessage("Design", "CA1050:Declare types in namespaces", Justification = "the runtime looks for it outside of all namespaces")]
[SuppressMessage("Performance", "CA1812:Avoid uninstantiated internal classes", Justification = "called by the runtime")]
internal static class StartupHook
{
    public const string Signal = "FALL_OVER_NOW";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(Signal) is null)
            return;
        new Thread(() =>
        {
            while (!File.Exists(Signal))
                Thread.Sleep(50);
            throw new InvalidOperationException("Injected");
        }).Start();
    }
}
