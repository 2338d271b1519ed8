namespace Risk.Ocds;

/// <summary>
/// Reads a settings file with Cardinal's names. Lines are "[section]", "name = value", or comments after ; or #; a list is separated by |.
/// An indicator runs when its section is there. Sections of Cardinal's other commands are read over.
/// </summary>
public static class SettingsFile
{
    /// <param name="text">The whole file.</param>
    /// <param name="cardinal">Answer as the older engine does, see <see cref="OcdsSettings.Cardinal"/>; it also takes the spaces around |
    /// as part of the names, where we do not.</param>
    /// <exception cref="OcdsSettingException">An unknown name, or a value that is not what its name asks for.</exception>
    public static OcdsSettings Read(string text, bool cardinal = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        var settings = new OcdsSettings { Cardinal = cardinal };
        var section = "";
        var number = 0;
        foreach (var line in text.TrimStart('\uFEFF').Split('\n').Select(line => line.Trim()))
        {
            number++;
            if (line is "" or [';' or '#', ..])
                continue;
            try
            {
                settings = line is ['[', .. var inside, ']']
                    ? SettingNames.Enter(settings, section = inside.Trim())
                    : Set(settings, section, line);
            }
            catch (FormatException wrong)
            {
                throw new OcdsSettingException($"line {number}: {wrong.Message}", wrong);
            }
        }

        return settings;
    }

    private static OcdsSettings Set(OcdsSettings settings, string section, string line)
    {
        var at = line.IndexOf('=', StringComparison.Ordinal);
        if (at < 0)
            throw new FormatException($"\"{line}\" is neither [section] nor name = value.");
        return SettingNames.Set(settings, section, line[..at].TrimEnd(), Unquoted(line[(at + 1)..].TrimStart()));
    }

    private static string Unquoted(string value) =>
        value is ['"', .. var text, '"'] ? text : value is ['\'', .. var other, '\''] ? other : value;
}
