using Xunit;

namespace Bot.Tests.Triage;

/// <summary>A test with exiftool as referee: skipped, with the reason, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ExifToolFactAttribute : FactAttribute
{
    public ExifToolFactAttribute()
    {
        if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "exiftool"))))
            Skip = "the referee exiftool (Debian package libimage-exiftool-perl) is not installed";
    }
}
