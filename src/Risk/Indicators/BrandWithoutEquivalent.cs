namespace Risk.Indicators;

/// <summary>
/// KZ-20. The buyer's words name a maker or a model and do not allow an equivalent, or hide a Latin word from search with Cyrillic
/// letters of the same shape. A yes/no rule: value 1, threshold 1.
/// </summary>
/// <remarks>
/// Only the buyer's own Russian text is read: the classifier's name is not the buyer's choice, and the Kazakh one is often a copy.
/// Lawful reasons to name a maker are looked for generously: a doubt makes the rule not applicable.
/// </remarks>
public sealed class BrandWithoutEquivalent : Indicator
{
    public override string Code => "KZ-20";
    public override Tier Tier => Tier.T2;
    public override string Family => "specification";
    public override string LegalBasis => "Law No. 106-VIII art. 12(4)(2), 12(5); Rules No. 687 p. 412";
    public override IReadOnlyList<string> OcpCodes => ["R007"];

    public override IReadOnlyList<string> Needs { get; } = ["details", "method", "enstru", "subject_type", "amount", "mci", "population"];

    public override IReadOnlyList<string> Excuses { get; } = [
        "old_law", "method_without_documents", "small_annual_volume", "installed_equipment", "installed_software", "leasing", "medical_need",
    ];

    private protected override Finding Examine(Question question)
    {
        var (lot, methods) = (question.Lot, question.Catalogue.Methods);

        if (!question.Catalogue.IsUnderNewLaw(lot.Published!.Value))
        {
            return question.NotApplicable("old_law");
        }

        var method = lot.MethodId == methods.AfterFailure ? lot.PlannedMethodId ?? methods.PriceProposals : lot.MethodId;

        return method is null ? question.NotEvaluable("method")
            : method != methods.PriceProposals && !methods.TendersAndAuctions.Contains(method.Value)
                ? question.NotApplicable("method_without_documents")
            : string.IsNullOrWhiteSpace(lot.Details.Ru) ? question.NotEvaluable("details")
            : Read(question, lot.Details.Ru, method == methods.PriceProposals);
    }

    private static Finding Read(Question question, string text, bool priceProposals)
    {
        if (BrandMention.LookAlikeIn(text) is { } disguised)
        {
            return Tell(question, disguised, text) with { Variant = "look_alike" };
        }

        var words = question.Catalogue.Words;

        if (BrandMention.In(text, words) is not { } brand
            || brand.AllowsEquivalent(text, words, question.Catalogue.Rules.Brand.EquivalentWithin))
        {
            return question.Clear() with { Value = 0, Threshold = 1 };
        }

        return LawfulReason(question, brand, text) is { } reason ? question.NotApplicable(reason)
            : priceProposals && question.Lot.SubjectType is null or 1 ? JudgeSmallVolume(question, brand, text)
            : Tell(question, brand, text);
    }

    /// <summary>Goods by price proposals may be named while the year's volume is small, art. 12(5)(5).</summary>
    private static Finding JudgeSmallVolume(Question question, BrandMention brand, string text)
    {
        var (lot, limit) = (question.Lot, question.Catalogue.Limits.BrandInPriceProposals.Mci * question.Mci);

        if (lot.SubjectType is null || lot.Enstru is null || lot.Amount is null || limit is null)
        {
            string?[] missing =
            [
                lot.SubjectType is null ? "subject_type" : null,
                lot.Enstru is null ? "enstru" : null,
                lot.Amount is null ? "amount" : null,
                limit is null ? "mci" : null,
            ];

            return question.NotEvaluable([.. missing.OfType<string>()]);
        }

        if (lot.Amount > limit)
        {
            return Tell(question, brand, text);
        }

        if (question.File.Population is not { } population)
        {
            return question.NotEvaluable("population");
        }

        var group = HomogeneousGroup.Of(lot.Enstru, lot.SubjectType.Value, question.Catalogue.Rules.Splitting);
        var judged = question.Fact;
        var volume = 0m;

        foreach (ref readonly var other in population.LotsOf(judged.Buyer))
        {
            if (other.Id != lot.Id && other.Year == question.File.Year && group.Holds(other.Enstru, other.Subject) == true
                && LotAttempts.IsLast(population, other, judged))
            {
                volume += other.Amount;
            }
        }

        return volume + lot.Amount > limit ? Tell(question, brand, text) : question.NotApplicable("small_annual_volume");
    }

    private static string? LawfulReason(Question question, BrandMention brand, string text)
    {
        var (words, lot) = (question.Catalogue.Words, question.Lot);
        var code = HomogeneousGroup.Digits(lot.Enstru ?? "");
        var told = $"{lot.Name.Ru} {lot.Description.Ru} {lot.AnnouncementTitle.Ru} {text}".ToLowerInvariant();
        var before = brand.Before(text, question.Catalogue.Rules.Brand.InstalledWithin);
        var forInstalled = words.BeforeInstalled.Any(word => word.EndsWith(' ')
                ? before.EndsWith(word, StringComparison.Ordinal) : before.Contains(word, StringComparison.Ordinal))
            || words.PartsOfInstalled.Any(start => code.StartsWith(start, StringComparison.Ordinal));

        return forInstalled ? "installed_equipment"
            : ReasonIn(words.LawfulReasons) ?? (lot.SubjectType is 2 or 3 ? ReasonIn(words.CareOfInstalled) : null);

        string? ReasonIn(IReadOnlyDictionary<string, IReadOnlyList<string>> reasons) =>
            reasons.FirstOrDefault(reason => ContainsAny(told, reason.Value)).Key;
    }

    private static bool ContainsAny(string text, IReadOnlyList<string> words) =>
        words.Any(word => text.Contains(word, StringComparison.Ordinal));

    private static Finding Tell(Question question, BrandMention mention, string text) => question.Fired() with
    {
        Value = 1,
        Threshold = 1,
        Strength = 1,
        Evidence = [question.LotField("extraDescRu", text)],
        Facts = new Dictionary<string, object>
        {
            ["word"] = mention.Word,
            ["letters"] = mention.CyrillicLetters,
            ["within"] = question.Catalogue.Rules.Brand.EquivalentWithin,
        },
    };
}
