using System.Collections;
using System.Globalization;
using System.Reflection;
using Bot.Channels;
using Bot.Channels.Telegram;
using Bot.Channels.Web;
using Bot.Channels.WhatsApp;
using Bot.Feeds;
using Bot.Lots;
using Bot.Operations;
using Bot.Signs;
using Xunit;

namespace Bot.Tests.Operations;

/// <summary>The list that doctor prints is the whole list: no room has a setting that it does not name.</summary>
public sealed class SettingsTests
{
    private static readonly (string Section, object Defaults)[] Records =
    [
        ("Keys", new KeySettings()), ("Web", new WebSettings()), ("Telegram", new TelegramSettings()), ("Triage", new TriageSettings()),
        ("Lots", new LotsSettings()), ("Signs", new SignsSettings()),
        ("Sample", new SampleSettings()), ("Retention", new RetentionSettings()), ("Log", new LogSettings()),
        ("Portal", new PortalSettings()), ("Spool", new SpoolSettings()), ("WhatsApp", new WhatsAppSettings()),
    ];

    [Fact]
    public void Every_setting_of_a_room_is_listed_with_its_default()
    {
        var listed = Settings.All.Where(setting => setting.Name != "ConnectionStrings:Bot").ToDictionary(setting => setting.Name, setting => setting.Default);

        Assert.Equal(Records.SelectMany(record => Of(record.Section, record.Defaults)).OrderBy(pair => pair.Key, StringComparer.Ordinal),
            listed.OrderBy(pair => pair.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_setting_is_told_in_the_readme()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

        Assert.All(Settings.All, setting => Assert.Contains($"`{setting.Name}`", readme, StringComparison.Ordinal));
    }

    private static IEnumerable<KeyValuePair<string, string>> Of(string section, object record) =>
        record.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite).SelectMany(property =>
            property.GetValue(record) is { } inner && inner is not (string or Enum or ValueType or IEnumerable)
                ? Of($"{section}:{property.Name}", inner)
                : [KeyValuePair.Create($"{section}:{property.Name}", Shown(property.GetValue(record)))]);

    private static string Shown(object? value) => value switch
    {
        bool yes => yes ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
