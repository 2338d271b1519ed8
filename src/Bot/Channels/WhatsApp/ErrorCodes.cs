namespace Bot.Channels.WhatsApp;

/// <summary>What is to be done about an error of Twilio's.</summary>
internal enum Act
{
    /// <summary>The window is closed: once a template, and the message waits.</summary>
    Template,

    /// <summary>We are too fast: everything waits a moment, and nothing counts as failed.</summary>
    SlowDown,

    /// <summary>So many people a day and no more: tomorrow.</summary>
    Tomorrow,

    /// <summary>WhatsApp does not take this template: it is not used until it was looked at.</summary>
    TemplateBroken,

    /// <summary>The person has blocked us, opted out, or has no WhatsApp.</summary>
    Gone,

    /// <summary>WhatsApp does not take this message as it is: never again like this.</summary>
    Content,

    /// <summary>WhatsApp sees a rule broken: nothing goes to many until a person has looked.</summary>
    Policy,

    /// <summary>The account or the sender is not set up as it must be.</summary>
    Config,

    /// <summary>It broke on the other side: later again.</summary>
    Provider,
}

/// <summary>Twilio's numbers of errors that say something about WhatsApp, and what each asks for. (Twilio's error dictionary, read in 2026.)</summary>
internal static class ErrorCodes
{
    public static IReadOnlyDictionary<int, Act> Acts { get; } = new (Act Act, int[] Codes)[]
    {
        (Act.Template, [63016]),
        (Act.SlowDown, [20429, 63017, 63018, 131056]),
        (Act.Tomorrow, [63038, 63049]),
        (Act.TemplateBroken, [63027, 63028, 63040, 63041, 63042, 21654, 21655, 21656]),
        (Act.Gone, [21610, 63003, 63014, 63024, 63032, 63033, 21211]),
        (Act.Content, [21617, 63005, 63006, 63019, 63021, 63029, 63034, 63037]),
        (Act.Policy, [63013, 63020, 63026]),
        (Act.Config, [20003, 63001, 63002, 63007, 63008, 63022]),
        (Act.Provider, [63009, 63010, 63011, 63012, 63023]),
    }.SelectMany(row => row.Codes.Select(code => (code, row.Act))).ToDictionary(row => row.code, row => row.Act);

    /// <summary>What a number asks for; one that is not known is about the message, which is not repeated as it is.</summary>
    public static Act Of(int code) => Acts.TryGetValue(code, out var act) ? act : Act.Content;
}
