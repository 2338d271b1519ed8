namespace Benchmarks;

/// <summary>
/// How much faster two workers are than one, as a process with its start, beside what this machine can give: two processes of one worker,
/// each over a half of the file, at the same time. They share nothing, so what they lack to twice as fast is the machine's and the start's.
/// </summary>
internal static class OcdsScaling
{
    private const int Runs = 5;    // taken in turn; the fastest counts, as other programs only ever slow one down

    /// <param name="file">The releases; read once already, so that the system has them in memory.</param>
    /// <param name="folder">Where halves and answers are kept.</param>
    public static async Task<(object Figures, OcdsProcess One)> Measure(string file, string folder)
    {
        var halves = Halves(file, folder);
        var (answer, other) = (AnswerOfOne(folder), Path.Combine(folder, "two.json"));
        List<OcdsProcess> one = [], two = [];
        List<double> apart = [];
        for (var run = 0; run < Runs; run++)
        {
            one.Add(await OcdsProcess.Run(file, 1, answer));
            two.Add(await OcdsProcess.Run(file, 2, other));
            var both = await Task.WhenAll(halves.Select(half => Task.Run(() => OcdsProcess.Run(half, 1, half + ".json"))));
            apart.Add(both.Max(process => process.Seconds));
        }

        var (single, pair, limit) = (one.MinBy(run => run.Seconds)!, two.MinBy(run => run.Seconds)!, apart.Min());
        return (new
        {
            oneWorkerSeconds = Round(single.Seconds),
            twoWorkersSeconds = Round(pair.Seconds),
            twoProcessesSeconds = Round(limit),
            timesFaster = Round(single.Seconds / pair.Seconds),
            machineAllows = Round(single.Seconds / limit),
            cpuSeconds = Round(pair.CpuSeconds),
            peakMegabytes = two.Max(run => run.PeakMegabytes),
            sameAnswer = File.ReadAllBytes(answer).AsSpan().SequenceEqual(File.ReadAllBytes(other)),
        }, single with { CpuSeconds = one.Min(run => run.CpuSeconds), PeakMegabytes = one.Max(run => run.PeakMegabytes) });
    }

    public static string AnswerOfOne(string folder) => Path.Combine(folder, "one.json");

    /// <summary>The lines of the file in two files of the same size, give or take a line.</summary>
    private static string[] Halves(string file, string folder)
    {
        string[] halves = [Path.Combine(folder, "first.jsonl"), Path.Combine(folder, "second.jsonl")];
        using var whole = File.OpenRead(file);
        using var first = File.Create(halves[0]);
        using var second = File.Create(halves[1]);
        var middle = whole.Length / 2;
        var buffer = new byte[1 << 20];
        for (int read; whole.Position < middle && (read = whole.Read(buffer, 0, (int)Math.Min(buffer.Length, middle - whole.Position))) > 0;)
            first.Write(buffer, 0, read);
        for (var letter = whole.ReadByte(); letter >= 0; letter = letter == '\n' ? -1 : whole.ReadByte())
            first.WriteByte((byte)letter);
        whole.CopyTo(second);
        return halves;
    }

    private static double Round(double figure) => Math.Round(figure, 2);
}
