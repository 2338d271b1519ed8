using Xunit;

namespace Browser.Tests;

/// <summary>A test that needs a browser; where there is none it is shown as skipped, with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.Missing;
}
