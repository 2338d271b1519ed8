using System.Runtime.CompilerServices;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;
using OpenQA.Selenium.Chromium;
using OpenQA.Selenium.Interactions;
using OpenQA.Selenium.Support.UI;

namespace Browser.Tests;

/// <summary>A real browser without a window, with a profile of its own, and what the tests ask of it.</summary>
internal sealed class Chromium : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);    // a deadline for a busy machine, not an expectation
    private static readonly string? Program = Find("chromium", "chromium-browser", "google-chrome");
    private static readonly string? Driver = Find("chromedriver");
    private const long Fast = 1 << 30;
    private readonly DirectoryInfo profile = Directory.CreateTempSubdirectory("browser-");
    private readonly ChromeDriver driver;

    private Chromium(string language)
    {
        var options = new ChromeOptions { BinaryLocation = Program };
        options.AddArguments("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--user-data-dir=" + profile.FullName);
        options.AddUserProfilePreference("intl.accept_languages", language);
        options.AddUserProfilePreference("intl.selected_languages", language);
        options.SetLoggingPreference(LogType.Browser, LogLevel.All);
        var service = ChromeDriverService.CreateDefaultService(Path.GetDirectoryName(Driver), Path.GetFileName(Driver));
        service.SuppressInitialDiagnosticInformation = true;
        driver = new ChromeDriver(service, options);
    }

    /// <summary>Why no browser test can run here, or null when they can.</summary>
    public static string? Missing => (Program, Driver) switch
    {
        (null, _) => "chromium is not installed (Debian: chromium)",
        (_, null) => "chromedriver is not installed (Debian: chromium-driver)",
        _ => null,
    };

    public IWebDriver Page => driver;

    /// <summary>As when a telephone loses its network: the page is told, and nothing new gets through.</summary>
    public bool IsOffline
    {
        get => driver.NetworkConditions.IsOffline;
        set => driver.NetworkConditions = new ChromiumNetworkConditions { IsOffline = value, DownloadThroughput = Fast, UploadThroughput = Fast };
    }

    public static Chromium Open(string url, int width = 1280, int height = 800, bool dark = false, string language = "kk")
    {
        var browser = new Chromium(language);
        browser.Show(new Look(width, height, dark));
        browser.driver.Navigate().GoToUrl(url);
        return browser;
    }

    public void Show(Look look)
    {
        Resize(look.Width, look.Height);
        driver.ExecuteCdpCommand("Emulation.setEmulatedMedia", new Dictionary<string, object?>
        {
            ["features"] = new[]
            {
                Feature("prefers-color-scheme", look.Dark ? "dark" : "light"),
                Feature("prefers-reduced-motion", "reduce"),    // screenshots show pages at rest
            },
        });
    }

    /// <summary>Sets the page's own size: a headless window cannot be as narrow as a phone.</summary>
    public void Resize(int width, int height)
    {
        Dictionary<string, object?> size = new() { ["width"] = width, ["height"] = height, ["deviceScaleFactor"] = 1, ["mobile"] = false };
        driver.ExecuteCdpCommand("Emulation.setDeviceMetricsOverride", size);
    }

    public IWebElement One(string selector) => Until(() => driver.FindElements(By.CssSelector(selector)).FirstOrDefault(), selector);

    public List<string> Texts(string selector) => [.. driver.FindElements(By.CssSelector(selector)).Select(element => element.Text)];

    /// <summary>Waits until the page shows exactly these texts.</summary>
    public void Shows(string selector, params string[] texts) => Until(() => Texts(selector).SequenceEqual(texts), () =>
        $"expected {selector} to be [{string.Join(" | ", texts)}], but it is [{string.Join(" | ", Texts(selector))}]");

    public void Until(Func<bool> holds, string what) => Until(holds, () => what);

    /// <summary>Types into whatever has the focus, as a person without a mouse does.</summary>
    public void Keys(string keys) => new Actions(driver).SendKeys(keys).Perform();

    public void TabBack()
    {
        var shift = OpenQA.Selenium.Keys.Shift;
        new Actions(driver).KeyDown(shift).SendKeys(OpenQA.Selenium.Keys.Tab).KeyUp(shift).Perform();
    }

    /// <summary>Presses Tab until the element has the focus: fails when the keyboard cannot reach it.</summary>
    public void TabTo(string selector)
    {
        for (var presses = 0; presses < 60; presses++)
        {
            if (Ask<bool>($"return document.activeElement.matches('{selector}')"))
                return;
            Keys(OpenQA.Selenium.Keys.Tab);
        }

        throw new InvalidOperationException($"the keyboard does not reach {selector}");
    }

    public T Ask<T>(string script, params object[] arguments) => (T)driver.ExecuteScript(script, arguments)!;

    public bool ScrollsSideways => Ask<bool>("return document.documentElement.scrollWidth > document.documentElement.clientWidth");

    /// <summary>What the browser complained about, for example something that the page's policy forbids.</summary>
    public List<string> Complaints() => [.. driver.Manage().Logs.GetLog(LogType.Browser).Select(entry => entry.Message)];

    /// <summary>Keeps what the page shows now, for people to look at. Returns the file.</summary>
    public string Screenshot(string name, [CallerFilePath] string here = "")
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(here)!, "screenshots"));
        var file = Path.Combine(folder.FullName, name + ".png");
        driver.GetScreenshot().SaveAsFile(file);
        return file;
    }

    public void Dispose()
    {
        driver.Dispose();
        profile.Delete(recursive: true);
    }

    public void Until(Func<bool> holds, Func<string> what)
    {
        var wait = new DefaultWait<ChromeDriver>(driver) { Timeout = Patience, PollingInterval = TimeSpan.FromMilliseconds(50) };
        wait.IgnoreExceptionTypes(typeof(StaleElementReferenceException));
        try
        {
            wait.Until(_ => holds());
        }
        catch (WebDriverTimeoutException)
        {
            throw new TimeoutException(what());
        }
    }

    private IWebElement Until(Func<IWebElement?> find, string selector)
    {
        IWebElement? found = null;
        Until(() => (found = find()) is not null, () => $"the page has no {selector}");
        return found!;
    }

    private static Dictionary<string, object> Feature(string name, string value) => new() { ["name"] = name, ["value"] = value };

    private static string? Find(params string[] names) =>
        (from name in names
         from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
         let path = Path.Combine(folder, name)
         where File.Exists(path)
         select path).FirstOrDefault();
}
