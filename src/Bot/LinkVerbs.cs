using System.CommandLine;
using Bot.Channels.Telegram;
using Bot.Lots;
using Bot.Operations;
using Bot.Signs;
using Bot.Storage;
using QRCoder;

namespace Bot;

/// <summary>Links and pictures for posters: who scans one at a school's door begins to write about this school.</summary>
internal static class LinkVerbs
{
    private const int PixelsOfModule = 10;    // of the SVG's own units: it has no size of its own on paper

    public static Command Link(IReadOnlyList<string> settings)
    {
        var kind = new Argument<string>("KIND") { Description = "lot or buyer" };
        kind.AcceptOnlyFromAmong("lot", "buyer");
        var which = new Argument<string>("NUMBER") { Description = "The lot's number, or the buyer's BIN" };
        var picture = new Option<FileInfo?>("--qr") { Description = "Where to write the link as a picture (SVG)" };
        var verb = new Command("link", "A Telegram link that begins a conversation about a lot or a buyer") { kind, which, picture };
        verb.SetAction((parsed, cancel) => Make(settings, parsed.GetValue(kind) == "lot", parsed.GetValue(which)!, parsed.GetValue(picture), cancel));
        return verb;
    }

    private static async Task<int> Make(IReadOnlyList<string> settings, bool isLot, string number, FileInfo? picture, CancellationToken cancellationToken)
    {
        await using var app = await Doorway.Opened(settings, cancellationToken);
        if (!app.Services.GetRequiredService<TelegramSettings>().IsOn)
            throw new SettingException("Telegram:Token is not set: there is no bot to link to.");
        await using var scope = app.Services.CreateAsyncScope();
        if (await Payload(scope.ServiceProvider, isLot, number, cancellationToken) is not { } payload)
            throw new InvalidOperationException($"There is no {(isLot ? "lot" : "buyer")} {number} in the store.");
        var link = $"https://t.me/{await app.Services.GetRequiredService<TelegramClient>().GetMe(cancellationToken)}?start={payload}";
        if (picture is not null)
            await File.WriteAllTextAsync(picture.FullName, Draw(link), cancellationToken);
        Verbs.Print(new { link, qr = picture?.Name });
        return 0;
    }

    /// <summary>What Telegram hands back behind /start: at most 64 letters, digits, hyphens; a lot's number may hold others.</summary>
    private static async Task<string?> Payload(IServiceProvider services, bool isLot, string number, CancellationToken cancellationToken) => isLot
        ? await services.GetRequiredService<RegisterDb>().JudgedNamed(number, cancellationToken) is { Id: > 0 } lot ? $"l{lot.Id}" : null
        : await services.GetRequiredService<LotTopics>().Named("buyer:" + number, cancellationToken) is not null ? "b" + number : null;

    private static string Draw(string link)
    {
        using var code = QRCodeGenerator.GenerateQrCode(link, QRCodeGenerator.ECCLevel.Q);    // a quarter may be torn or wet
        using var drawing = new SvgQRCode(code);
        return drawing.GetGraphic(PixelsOfModule);
    }
}
