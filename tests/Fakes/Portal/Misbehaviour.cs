namespace Fakes.Portal;

/// <summary>
/// What goes wrong and when: the scripted troubles first, one to a request, in their order; then, with a seed, a share of all answers.
/// </summary>
public sealed class Misbehaviour
{
    private static readonly Trouble[] Usual =
    [
        Trouble.TooMany(1), Trouble.TooMany(), Trouble.Server(500), Trouble.Server(502), Trouble.Server(503, 2), Trouble.Server(504),
        Trouble.Html, Trouble.Torn,
        Trouble.OverlappingPage, Trouble.ShortPage,
    ];

    private readonly Lock gate = new();
    private readonly List<Trouble?> script = [];
    private readonly Invented.Dice? dice;
    private readonly int perMille;
    private readonly IReadOnlyList<Trouble> choices;

    private Misbehaviour(Invented.Dice? dice, int perMille, IReadOnlyList<Trouble>? choices) =>
        (this.dice, this.perMille, this.choices) = (dice, perMille, choices ?? Usual);

    /// <summary>Only what is scripted.</summary>
    public Misbehaviour() : this(null, 0, null) { }

    /// <summary>
    /// Troubles that pass, at random but the same for the same seed: 429, 5xx, HTML, cut bodies, overlapping and short pages; or others.
    /// </summary>
    public static Misbehaviour On(ulong seed, int perMille = 200, IReadOnlyList<Trouble>? among = null) =>
        new(new Invented.Dice(seed, 77), perMille, among);

    /// <summary>The next requests go wrong so, one each; null: that one goes right.</summary>
    public Misbehaviour Next(params Trouble?[] troubles)
    {
        lock (gate)
            script.AddRange(troubles);
        return this;
    }

    /// <summary>From now on everything goes right that is not at random.</summary>
    public void Mend()
    {
        lock (gate)
            script.Clear();
    }

    internal Trouble? For(string request)
    {
        lock (gate)
        {
            var at = script.FindIndex(trouble => trouble?.Where is not { } where || request.Contains(where, StringComparison.Ordinal));
            if (at < 0)
                return dice is not null && dice.Chance(perMille) ? dice.Of(choices) : null;
            var trouble = script[at];
            script.RemoveAt(at);
            return trouble;
        }
    }
}
