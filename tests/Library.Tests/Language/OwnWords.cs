using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Library.Tests.Language;

/// <summary>Many words to try stemmers on: those of the sample of real purchases and places, and what our own endings make of them.</summary>
internal static partial class OwnWords
{
    private const string RussianEndings =
        "а е и о у ы ь я ю ам ам ами ах ая ев ее ей ем ему ение ения ет ете ешь ие ией ий им ими ит ить их ишь ию ия иями иях йте ла ли ло " +
        "на нная нный ного ной ны ов ого ое ой ом ому ость ости ую ующий ующая ушка ывать ывши ывшись ый ыми ых юю яя явший аемый ается " +
        "ались аться ейший ейше ившись ивший вшись нн енный";

    private const string EnglishStems =
        "school road build teach learn repair purchas suppli contract tend announc buy sell pay pric bid plan hospit clinic nurs doctor patient " +
        "medicin equip comput print laptop tabl chair desk roof wall floor window paint clean heat coal fuel gas water pip electr light lamp " +
        "street villag district citi region nation govern minist offic public privat compani firm work serv transport vehicl car bus truck " +
        "driv deliver stor hous apart constru design project document report account audit control inspect complain appeal decid court law " +
        "regulat rul polit vot citizen peopl child famili parent mother sport game play danc music art cultur librari book read writ spell " +
        "word languag translat speak talk say tell hear see look watch show hid find seek search match compar differ equal similar general " +
        "gener commun arsen univers sens hop happi easi quick slow hot cold warm cool bright dark great small larg big long short high low " +
        "old new young earli late day week month year time hour minut begin start stop end finish complet fulfil agre refus accept reject " +
        "offer demand ask answer question request requir need want wish lik lov hat fear trust believ think know understand forget rememb " +
        "control travel cancel label model signal stuff fall fill kill roll pull tax fix mix box fox wax play stay enjoy employ annoy cry fly " +
        "tri di li ti skin run plan stop step grab beg hum rob bed red sing bring ring king wing be see fre tre knee ag us ow";

    private const string EnglishEndings =
        "s es ed edly ing ingly ings er ers ly li y ies ied ie e able ably ability abilities al alism ality ally alize ance ancy ant ate " +
        "ated ates ating ation ational ations ative ator ators eed eedly ement ements ence enci ency ent ently ful fully fulness ic ical " +
        "ically icate iciti ion ional ions ism ist isty ities itive ity ive iveness ivity ization izations ize ized izer izers izing less " +
        "lessly lessness ment ments ness nesses ogist ogy ous ously ousness sion ssion st tional tionally tions 's ' s' us ss sses ying yed " +
        "yly ble bli eous ible ibly ten tten le led ling ler lly ll lled lling bbed bbing nned nning tted tting";

    public static IReadOnlyList<string> Russian()
    {
        var endings = RussianEndings.Split(' ');
        var met = Sample(RussianWord());
        return [.. met.Concat(met.Where(word => word.Length > 4).Take(4000).SelectMany(word => endings.Select(ending => word[..^2] + ending)))
            .Distinct()];
    }

    public static IReadOnlyList<string> English()
    {
        var endings = EnglishEndings.Split(' ');
        var stems = EnglishStems.Split(' ').Concat(Sample(EnglishWord()).Where(word => word.Length < 9).Take(400)).Distinct().ToList();
        return [.. stems.Concat(stems.SelectMany(stem => endings.SelectMany(ending => new[] { stem + ending, $"{stem}{stem[^1]}{ending}" })))
            .Concat(stems.SelectMany(stem => new[] { "y" + stem, stem + "y" + stem, "'" + stem }))
            .Concat("skis skies dying lying tying idly gently ugly early only singly sky news howe atlas cosmos bias andes".Split(' '))
            .Concat("inning innings outing canning herring herrings earring proceed proceeds exceed succeed a as it y by".Split(' '))
            .Distinct()];
    }

    private static List<string> Sample(Regex pattern)
    {
        var words = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(Folder(), "*.gz"))
        {
            using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
            while (reader.ReadLine() is { } line)
            {
                using var record = JsonDocument.Parse(line);
                foreach (var field in record.RootElement.EnumerateObject().Where(field => field.Value.ValueKind == JsonValueKind.String))
                    words.UnionWith(pattern.Matches(field.Value.GetString()!.ToLowerInvariant()).Select(match => match.Value));
            }
        }

        return [.. words];
    }

    private static string Folder([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../../../src/Bot/Sample"));

    [GeneratedRegex(@"[а-яё]{2,30}")]
    private static partial Regex RussianWord();

    [GeneratedRegex(@"\b[a-z]{3,20}\b")]
    private static partial Regex EnglishWord();
}
