namespace Risk;

/// <summary>One answer out of those to several questions of one indicator.</summary>
internal static class SubSigns
{
    /// <summary>
    /// What fired comes first, the surest of it. A field that the lot itself lacks leaves the whole question open; what others would have to
    /// give for comparing is named only where no other question was answered.
    /// </summary>
    /// <param name="ofOthers">Keys of what is missing beside the lot.</param>
    public static Finding Best(IReadOnlyList<Finding> answers, params ReadOnlySpan<string> ofOthers)
    {
        string[] others = [.. ofOthers];
        var open = answers.Where(answer => answer.State == State.NotEvaluable).ToList();
        var own = open.Where(answer => answer.Missing.Except(others).Any()).ToList();

        return answers.Where(answer => answer.State == State.Fired)
                .OrderBy(answer => answer.Tier).ThenByDescending(answer => answer.Strength).FirstOrDefault()
            ?? (own.Count > 0 ? Together(own) : null)
            ?? answers.FirstOrDefault(answer => answer.State == State.Clear)
            ?? (open.Count > 0 ? Together(open) : answers[0] with { Exceptions = [.. answers.SelectMany(answer => answer.Exceptions).Distinct()] });
    }

    private static Finding Together(List<Finding> open) =>
        open[0] with { Missing = [.. open.SelectMany(answer => answer.Missing).Distinct()] };
}
