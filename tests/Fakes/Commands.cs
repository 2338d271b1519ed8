using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using Fakes.Invented;
using Fakes.Portal;
using Fakes.Telegram;
using Fakes.Twilio;

namespace Fakes;

/// <summary>
/// The command line: "telegram [--port N]"; "twilio [--port N] [--webhook URL]"; "portal …"; "invent --out FILE …": each is told in full by the usage.
/// </summary>
internal static class Commands
{
    private const string Usage = """
        Say what to start:
          telegram [--port 9100] [--no-limits]
          twilio [--port 9200] [--webhook http://127.0.0.1:5005/whatsapp]
          portal [--port 0] [--seed 7] [--lots 20000] [--from …] [--to …] [--faults]
          invent --out FILE.jsonl[.gz] [--lots 1000] [--seed 7] [--from 2025-01-01] [--to 2026-08-31]
                 [--only lots,organisations,…] [--schemes KZ-01=5,KZ-02=3 or all=5] [--truth FILE]
        """;

    public static async Task<int> Run(string[] args)
    {
        try
        {
            return args switch
            {
                ["telegram", ..] => await Telegram(args),
                ["twilio", ..] => await Twilio(args),
                ["portal", ..] => await Portal(args),
                ["invent", ..] => Invent(args),
                _ => throw new ArgumentException(Usage),
            };
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return 2;
        }
    }

    private static async Task<int> Telegram(string[] args)
    {
        await using var telegram = await FakeTelegram.Start(
            port: Number(args, "--port", 9100), limits: args.Contains("--no-limits") ? Limits.None : Limits.Real);
        Console.WriteLine($"Telegram:ApiUrl={telegram.Url} Telegram:Token={telegram.Token}");
        Console.WriteLine($"Speak as a person at {telegram.Url}/  (Ctrl+C ends it)");
        await telegram.UntilStopped();
        return 0;
    }

    private static async Task<int> Twilio(string[] args)
    {
        await using var twilio = await FakeTwilio.Start(port: Number(args, "--port", 9200));
        (twilio.Webhook, twilio.ApprovesAtOnce) = (Text(args, "--webhook"), true);
        var account = twilio.Account;
        Console.WriteLine($"WhatsApp:ApiUrl={twilio.Url} WhatsApp:AccountSid={account.Sid} WhatsApp:AuthToken={account.Token} " +
            $"WhatsApp:Sender={account.Sender}");
        Console.WriteLine($"Write as a person at {twilio.Url}/  (Ctrl+C ends it)");
        await twilio.UntilStopped();
        return 0;
    }

    private static async Task<int> Portal(string[] args)
    {
        var options = Options(args) with { Lots = Number(args, "--lots", 20_000) };
        var misbehaviour = args.Contains("--faults") ? Misbehaviour.On(options.Seed) : new Misbehaviour();
        await using var portal = await FakePortal.Start(PortalStore.Invented(options), misbehaviour: misbehaviour,
            port: Number(args, "--port", 0));
        Console.WriteLine($"{portal.Url}/v3/graphql  {portal.Url}/v3/  {portal.Url}/api/core/api/public/  token {portal.Token}");
        Console.WriteLine("Everything in it is invented. (Ctrl+C ends it)");
        await portal.UntilStopped();
        return 0;
    }

    private static int Invent(string[] args)
    {
        var path = Text(args, "--out") ?? throw new ArgumentException("--out is missing: the file to write.\n" + Usage);
        using var truth = Text(args, "--truth") is { } beside ? File.Create(beside) : null;
        using var file = File.Create(path);
        using Stream output = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionLevel.Fastest) : file;
        var watch = Stopwatch.StartNew();
        var count = Invention.Lines(Options(args), output, truth);
        Console.WriteLine(
            $"{count.Lots} lots and {count.PlantedLots} planted, {count.Announcements} announcements, {count.Bids} bids, " +
            $"{count.Contracts} contracts, {count.Organisations} organisations in {watch.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s");
        return 0;
    }

    internal static InventOptions Options(string[] args) => new()
    {
        Lots = Number(args, "--lots", 1000),
        Seed = (ulong)Number(args, "--seed", 7),
        From = Day(args, "--from") ?? new InventOptions().From,
        To = Day(args, "--to") ?? new InventOptions().To,
        Only = Text(args, "--only") is { } only ? Enum.Parse<Kinds>(only, ignoreCase: true) : Kinds.All,
        Schemes = Schemes.Wanted(Text(args, "--schemes")),
    };

    private static string? Text(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    internal static int Number(string[] args, string name, int usual) => Text(args, name) is not { } text ? usual
        : int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number >= 0 ? number
        : throw new ArgumentException($"{name} wants a whole number, not {text}.");

    private static DateOnly? Day(string[] args, string name) => Text(args, name) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new ArgumentException($"{name} wants a day as 2026-08-31, not {text}.");
}
