using Fakes.Invented;

namespace Benchmarks;

/// <summary>Files of invented lots, each line as the portal's service gives a lot with its announcement and plan items.</summary>
internal static class Lots
{
    public static void Invent(string file, int count)
    {
        using var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        Invention.Lines(new InventOptions { Lots = count, Only = Kinds.Lots }, stream);
    }
}
