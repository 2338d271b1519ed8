namespace Fakes.Invented;

/// <summary>
/// Invents a register: whole procedures in the portal's shapes, the same bytes for the same options on every machine, written while they
/// are made, so that memory does not grow with the number of lots.
/// </summary>
public static class Invention
{
    /// <summary>Writes JSON lines; schemes that were planted go into <paramref name="truth"/>, one line each.</summary>
    public static Count Lines(InventOptions options, Stream output, Stream? truth = null)
    {
        if (options.Lots < 1 || options.To < options.From)
            throw new ArgumentException("There must be at least one lot, and the last day cannot be before the first.", nameof(options));
        using var lines = new JsonLines(output);
        var run = new Run(options, lines);
        run.Begin();
        var planting = new Planting(options, run.Stage);
        for (ulong number = 0; run.Count.Lots < options.Lots; number++)
        {
            var begin = run.Moment(run.Count.Lots);
            foreach (var bundle in planting.Due(run.Count.Lots, begin))
                run.Write(bundle);
            run.Write(run.Procedures.Chain(begin, options.Lots - run.Count.Lots, new Dice(options.Seed, number)));
        }

        foreach (var bundle in planting.Rest(run.Moment(options.Lots)))
            run.Write(bundle);
        lines.Flush();
        if (truth is not null)
            Tell(planting.All, truth);
        return run.Count;
    }

    private static void Tell(IReadOnlyList<Planted> schemes, Stream truth)
    {
        using var lines = new JsonLines(truth);
        foreach (var scheme in schemes)
        {
            lines.Begin("Planted"u8);
            lines.Text("scheme"u8, scheme.Scheme);
            lines.Text("note"u8, scheme.Note);
            lines.Json.WriteStartArray("objects"u8);
            foreach (var (type, id) in scheme.Objects)
            {
                lines.Json.WriteStartObject();
                lines.Text("type"u8, type);
                lines.Number("id"u8, id);
                lines.Close();
            }

            lines.Json.WriteEndArray();
            lines.End();
        }
    }

    /// <summary>How many objects were made, whether they were written or not; lots of schemes come on top of the ordinary ones.</summary>
    public sealed class Count
    {
        public int Lots { get; internal set; }
        public int PlantedLots { get; internal set; }
        public int Announcements { get; internal set; }
        public int Bids { get; internal set; }
        public int Contracts { get; internal set; }
        public int Organisations { get; internal set; }
    }
}
