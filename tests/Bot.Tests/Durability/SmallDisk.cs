using System.Diagnostics;
using Xunit;

namespace Bot.Tests.Durability;

/// <summary>A disk of a few megabytes, in memory, that can be filled to the last byte.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>Why there can be none here, or null. Only trying tells: containers may forbid it to root.</summary>
    public static string? Missing { get; } = Try();

    private string Filler => Path.Combine(Folder, "filler");

    public static SmallDisk Make(int megabytes)
    {
        var folder = Directory.CreateTempSubdirectory("bot-disk-").FullName;
        return Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", folder) ? new SmallDisk(folder) : throw new IOException("mount refused");
    }

    /// <summary>Leaves no more than so many bytes free.</summary>
    public void Fill(long leave)
    {
        using var filler = new FileStream(Filler, FileMode.Append);
        var free = new DriveInfo(Folder).AvailableFreeSpace - leave;
        filler.Write(new byte[Math.Max(0, free)]);
    }

    public void MakeRoom() => File.Delete(Filler);

    public void Dispose()
    {
        Run("umount", "-l", Folder);
        Directory.Delete(Folder);
    }

    private static string? Try()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
            return "only root can mount a small disk to fill";
        try
        {
            Make(1).Dispose();
            return null;
        }
        catch (Exception refused) when (refused is IOException or System.ComponentModel.Win32Exception)
        {
            return "this machine does not let a small disk be mounted";
        }
    }

    private static bool Run(string program, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}

/// <summary>A test that fills a disk: skipped, with the reason, where it cannot have one.</summary>
public sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute() => Skip = SmallDisk.Missing;
}
