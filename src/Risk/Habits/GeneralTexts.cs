using Risk.Populations;

namespace Risk.Habits;

/// <summary>Descriptions that stand with quite different things ("according to the technical specification") and so describe none.</summary>
internal sealed class GeneralTexts
{
    private const int ThingDigits = 6;

    private readonly HashSet<long> general = [];

    private GeneralTexts(Population population)
    {
        var things = new Dictionary<long, (long One, long Other)>();
        foreach (ref readonly var lot in population.Lots)
        {
            if (lot.Text == 0 || lot.Enstru == 0)
                continue;
            var thing = EnstruCode.Beginning(lot.Enstru, ThingDigits);
            var (one, other) = things.GetValueOrDefault(lot.Text);
            if (one == 0)
                things[lot.Text] = (thing, 0);
            else if (one != thing && other == 0)
                things[lot.Text] = (one, thing);
            else if (one != thing && other != thing)
                general.Add(lot.Text);
        }
    }

    public static GeneralTexts Of(Population population) => new(population);

    /// <summary>The same words stand with more than two kinds of things.</summary>
    public bool Has(long text) => general.Contains(text);
}
