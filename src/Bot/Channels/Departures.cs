using System.Globalization;
using System.Text;
using Bot.Storage;

namespace Bot.Channels;

/// <summary>
/// Which tries have left and what the other side said, in a file beside the SQLite file. The ledger writes it down some milliseconds later,
/// for many messages at once; a process that is killed in between leaves it here. No disk is waited for, so that nothing counts that was
/// written before the machine started anew. On PostgreSQL another node could not read it, and there is none.
/// </summary>
public sealed class Departures(IConfiguration configuration) : IDisposable
{
    /// <summary>Some thirty thousand messages. Nothing in it is needed any more when nothing is on its way.</summary>
    private const long Most = 1 << 20;
    private const string Start = "/proc/sys/kernel/random/boot_id";    // of the machine; known on Linux alone
    private const string Left = "left", Sent = "sent", Part = "part";

    private readonly string? path = File.Exists(Start) && Databases.FileOf(configuration.GetConnectionString("Bot") ?? Operations.Settings.DefaultConnection) is { } file
        ? file + "-departures" : null;
    private readonly Lock writing = new();
    private FileStream? stream;
    private readonly HashSet<long> onTheirWay = [];

    /// <summary>Begins anew: the ledger has all that stands here.</summary>
    public void Begin()
    {
        if (path is null)
            return;
        lock (writing)
        {
            stream ??= new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            stream.SetLength(0);
            stream.Position = 0;
            Write(File.ReadAllText(Start).Trim());
        }
    }

    /// <summary>A try leaves after this, and not before.</summary>
    /// <exception cref="IOException">It could not be written down, and must not leave.</exception>
    public void Leave(OutboxMessage message)
    {
        lock (writing)
        {
            Write($"{message.Position} {message.Attempts} {Left}");
            onTheirWay.Add(message.Position);
        }
    }

    public void Arrive(OutboxMessage message, Delivery delivery)
    {
        var (word, id) = delivery switch
        {
            Delivery.Sent sent => (Sent, sent.ExternalId),
            Delivery.Partly part => (Part, part.ExternalId),
            _ => ("", null),
        };
        if (word.Length > 0)
            lock (writing)
                Write($"{message.Position} {message.Attempts} {word} {id}");
    }

    /// <summary>The ledger has what became of a try that left.</summary>
    public void End(OutboxMessage message)
    {
        lock (writing)
            if (onTheirWay.Remove(message.Position) && onTheirWay.Count == 0 && stream?.Length > Most)
                Begin();
    }

    /// <summary>What is known of the tries of a killed process; null when nothing can be known.</summary>
    public Known? Read()
    {
        if (path is null || !File.Exists(path) || File.ReadAllLines(path) is not [var start, .. var lines] || start != File.ReadAllText(Start).Trim())
            return null;
        var last = new Dictionary<(long, int), Delivery?>();
        foreach (var line in lines)
        {
            if (line.Split(' ', 4) is not [var position, var number, var word, .. var id]
                || !long.TryParse(position, CultureInfo.InvariantCulture, out var at) || !int.TryParse(number, CultureInfo.InvariantCulture, out var time))
                return null;
            var given = id is [{ Length: > 0 } only] ? only : null;
            last[(at, time)] = word switch
            {
                Sent => new Delivery.Sent(given),
                Part => new Delivery.Partly(given),
                _ => null,
            };
        }

        return new Known(last);
    }

    public void Dispose() => stream?.Dispose();

    /// <summary>One write of the system for each line: what a killed process had handed over stays.</summary>
    private void Write(string line) => stream?.Write(Encoding.UTF8.GetBytes(line + "\n"));

    /// <summary>What is known of the tries that a killed process had begun.</summary>
    public sealed class Known(IReadOnlyDictionary<(long Position, int Number), Delivery?> last)
    {
        public bool HasLeft(OutboxMessage message) => last.ContainsKey((message.Position, message.Attempts));

        /// <summary>Null when the other side had said nothing yet, or nothing good.</summary>
        public Delivery? Outcome(OutboxMessage message) => last.GetValueOrDefault((message.Position, message.Attempts));
    }
}
