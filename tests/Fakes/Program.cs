using System.Globalization;
using Fakes.Telegram;

// dotnet run --project tests/Fakes -- telegram [--port 9100]
if (args is not ["telegram", ..])
{
    Console.Error.WriteLine("Say which fake to start: telegram [--port N]");
    return 2;
}

var at = Array.IndexOf(args, "--port");
var port = at > 0 && at + 1 < args.Length && int.TryParse(args[at + 1], CultureInfo.InvariantCulture, out var chosen) ? chosen : 9100;
await using var telegram = await FakeTelegram.Start(port: port);
Console.WriteLine($"Telegram:ApiUrl={telegram.Url} Telegram:Token={telegram.Token}");
Console.WriteLine($"Speak as a person at {telegram.Url}/  (Ctrl+C ends it)");
await telegram.UntilStopped();
return 0;
