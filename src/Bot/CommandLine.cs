using System.CommandLine;
using System.Data.Common;
using Bot.Evaluation;
using Bot.Operations;
using Procurement;

namespace Bot;

/// <summary>
/// The verbs. Settings may stand anywhere as --Section:Key=value. JSON goes to stdout, progress to stderr. Exit 0: done; 1: it could not
/// be done, with a sentence; 2: bad use, with one clear line.
/// </summary>
public static class CommandLine
{
    private const int Failed = 1, BadUse = 2;

    public static async Task<int> Run(string[] args)
    {
        var (settings, words, fault) = Separate(args);
        if (fault is not null)
            return await Complain(fault, BadUse);

        var parsed = Root(settings).Parse(words);
        if (parsed.Errors is [var error, ..])
            return await Complain($"{string.Join(' ', error.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.')}. Try --help.", BadUse);
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception wrong) when (wrong is SettingException or BadFileException)
        {
            return await Complain(wrong.Message, BadUse);
        }
        catch (Exception trouble) when (trouble is OperatorException or IOException or UnauthorizedAccessException or InvalidOperationException or DbException
            || Storage.Databases.IsUnavailable(trouble))
        {
            return await Complain(trouble.Message, Failed);
        }
    }

    private static RootCommand Root(IReadOnlyList<string> settings)
    {
        var files = new Argument<FileInfo[]>("FILE")
        {
            Description = "JSON lines or a page of the portal, a table (CSV) or OCDS releases, plain or .gz: told by content",
            Arity = ArgumentArity.OneOrMore,
        };
        var into = new Argument<FileInfo>("FILE") { Description = "Where to write the releases" };
        var prefix = new Option<string>("--prefix")
        {
            Description = "Beginning of every ocid, as registered",
            DefaultValueFactory = _ => OcdsExport.UnregisteredPrefix,
        };
        prefix.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string>() is not { Length: 11 } text || !text.StartsWith("ocds-", StringComparison.Ordinal)
                || !text[5..].All(char.IsAsciiLetterOrDigit))
                given.AddError("--prefix is \"ocds-\" and six small letters or digits");
        });
        var from = new Option<DateOnly?>("--from") { Description = "First day of a fill, like 2024-01-01; it may be stopped and started again" };
        var action = new Argument<string>("ACTION") { Description = "rotate: a new key, everything sealed anew; prune: forget old keys" };
        action.AcceptOnlyFromAmong("rotate", "prune");

        var root = new RootCommand(
            "Kun Jarygy's bot: takes tips about public purchases. Without a verb it runs the service.\n"
            + "Settings stand anywhere as --Section:Key=value (or in the environment as Section__Key, or in appsettings.json); doctor lists them.");
        root.SetAction((_, cancel) => Verbs.Serve(settings, cancel));
        root.Add(Verb("doctor", "Settings, keys, database, channels, sample: what is wrong and what to do", (_, cancel) => Verbs.Doctor(settings, cancel)));
        root.Add(Verb("import", "Takes records of the register into the store", (parsed, cancel) => Verbs.Import(settings, parsed.GetValue(files)!, cancel), files));
        root.Add(Verb("export", "All that is held, as OCDS 1.1.5 compiled releases, one a line",
            (parsed, cancel) => Verbs.Export(settings, parsed.GetValue(into)!, parsed.GetValue(prefix)!, cancel), into, prefix));
        root.Add(Verb("sync", "Reads the portal: what changed since the last time, or all since a day",
            (parsed, cancel) => Verbs.Sync(settings, parsed.GetValue(from), cancel), from));
        root.Add(EvaluationVerbs.Match(settings));
        root.Add(EvaluationVerbs.Eval());
        root.Add(RiskVerbs.Risk(settings));
        root.Add(TemplateVerbs.Templates(settings));
        root.Add(Verb("invite", "A new one-time link for a coordinator", (_, cancel) => Verbs.Invite(settings, cancel)));
        root.Add(MailVerbs.Outbox(settings));
        root.Add(FileVerbs.Files(settings));
        root.Add(LinkVerbs.Link(settings));
        root.Add(Verb("keys", "Sealing keys", (parsed, cancel) => Verbs.Keys(settings, parsed.GetValue(action)!, cancel), action));
        return root;
    }

    private static Command Verb(string name, string help, Func<ParseResult, CancellationToken, Task<int>> act, params Symbol[] symbols)
    {
        var verb = new Command(name, help);
        foreach (var symbol in symbols)
            if (symbol is Option option)
                verb.Add(option);
            else
                verb.Add((Argument)symbol);
        verb.SetAction(act);
        return verb;
    }

    /// <summary>Settings (--Section:Key=value or --Section:Key value) apart from the words of the verb.</summary>
    private static (List<string> Settings, List<string> Words, string? Fault) Separate(string[] args)
    {
        List<string> settings = [], words = [];
        for (var at = 0; at < args.Length; at++)
        {
            var name = args[at].Split('=')[0];
            if (!name.StartsWith("--", StringComparison.Ordinal) || !name.Contains(':', StringComparison.Ordinal))
                words.Add(args[at]);
            else if (!Settings.All.Any(setting => setting.Name.Equals(name[2..], StringComparison.OrdinalIgnoreCase)))
                return ([], [], $"There is no setting {name[2..]}. The settings are: {string.Join(", ", Settings.All.Select(setting => setting.Name))}.");
            else if (args[at].Contains('=', StringComparison.Ordinal))
                settings.Add(args[at]);
            else if (at + 1 == args.Length)
                return ([], [], $"{name} needs a value.");
            else
                settings.Add($"{name}={args[++at]}");
        }

        return (settings, words, null);
    }

    private static async Task<int> Complain(string line, int code)
    {
        await Console.Error.WriteLineAsync(line.ReplaceLineEndings(" "));
        return code;
    }
}
