using System.Globalization;
using Procurement;
using Risk.Populations;

namespace Risk;

/// <summary>
/// One question asked of one lot. An indicator holds no words, clock or store: its words are in locales under "risk.CODE",
/// its limits and lists in the <see cref="Catalogue"/>.
/// </summary>
public abstract class Indicator
{
    /// <summary>Code that stays the same for ever, for example KZ-13.</summary>
    public abstract string Code { get; }

    /// <summary>The usual tier; a finding may carry a weaker one when a fact that makes it certain is not published.</summary>
    public abstract Tier Tier { get; }

    /// <summary>Signs of one family tell about one thing and count once in the level.</summary>
    public abstract string Family { get; }

    /// <summary>The articles of the law and paragraphs of rules that the question stands on.</summary>
    public abstract string LegalBasis { get; }

    /// <summary>Codes of the same question in the OCP guide "Red flags in public procurement"; empty when it has none.</summary>
    public abstract IReadOnlyList<string> OcpCodes { get; }

    /// <summary>What may be missing for an answer: every key that its findings name, with words under "risk.missing.KEY".</summary>
    public abstract IReadOnlyList<string> Needs { get; }

    /// <summary>What excuses a purchase from the question: every key that its findings name, with words under "risk.exception.KEY".</summary>
    public abstract IReadOnlyList<string> Excuses { get; }

    /// <summary>It is asked last and looks at the other findings: it tells how far they can be trusted and never adds risk.</summary>
    public virtual bool IsModifier => false;

    /// <summary>Its findings are for a person who looks at them first; no chat tells them by itself.</summary>
    public virtual bool IsInternal => false;

    /// <summary>Keys that any indicator may name.</summary>
    public static IReadOnlyList<string> CommonNeeds { get; } = ["published", "not_yet_published", "contract_date"];
    public static IReadOnlyList<string> CommonExcuses { get; } = ["deleted"];

    /// <summary>Judges the lot of the case file, using only facts known at its moment.</summary>
    public Finding Judge(CaseFile file, Catalogue catalogue) => Judge(file, catalogue, []);

    /// <summary>Judges the lot with what the checks before this one found, which only a modifier looks at.</summary>
    internal Finding Judge(CaseFile file, Catalogue catalogue, IReadOnlyList<Finding> others)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(catalogue);
        var question = new Question(this, file, catalogue, others);

        return file.Lot switch
        {
            { IsDeleted: true } => question.NotApplicable("deleted"),
            { Published: null } => question.NotEvaluable("published"),
            { Published: var published } when published > file.AsOf => question.NotEvaluable("not_yet_published"),
            _ => Examine(question),
        };
    }

    private protected abstract Finding Examine(Question question);

    internal static EvidenceItem Of(Lot lot, string field, object? value) =>
        new("lot", lot.Number, Links.Announcement(lot.AnnouncementId), field, Plain(value));

    internal static EvidenceItem Of(Contract contract, string field, object? value) =>
        new("contract", contract.Number ?? Plain(contract.Id), Links.Contract(contract.Id), field, Plain(value));

    private static string Plain(object? value) => value is DateTimeOffset moment
        ? AstanaTime.At(moment).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
        : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    /// <summary>The lot under judgement with the catalogue to judge it by, and the four ways to answer.</summary>
    private protected sealed record Question(Indicator By, CaseFile File, Catalogue Catalogue, IReadOnlyList<Finding> Others)
    {
        public Lot Lot => File.Lot;

        /// <summary>What the answer is about: the lot, unless it is asked about something else.</summary>
        public Subject Subject { get; init; } = File.Worked.Subject;

        /// <summary>The whole store; only for indicators that answered "population" when it is not there.</summary>
        public Population Population => File.Population ?? throw new InvalidOperationException("No population was loaded.");

        /// <summary>The lot as the population counts it.</summary>
        public LotFact Fact => File.Worked.Fact(Population);

        /// <summary>Thresholds of the indicator that no law sets, from Data/thresholds.</summary>
        public T Thresholds<T>()
            where T : notnull => Catalogue.Thresholds<T>(By.Code);

        /// <summary>The names of what is missing, as an answer; null when nothing is.</summary>
        public Finding? Lacking(params ReadOnlySpan<string?> missing)
        {
            foreach (var key in missing)
                if (key is not null)
                    return NotEvaluable([.. missing.ToArray().OfType<string>()]);
            return null;
        }

        /// <summary>Strength of a ratio: 0 at 1, full at <paramref name="full"/> times.</summary>
        public static double StrengthOf(double ratio, double full) => Math.Clamp((ratio - 1) / (full - 1), 0, 1);

        /// <summary>Strength of a share of a whole, which ends at 1: 0 at the least unusual one, full where it is the whole.</summary>
        public static double StrengthOfShare(double share, double least) => least < 1 ? Math.Clamp((share - least) / (1 - least), 0, 1) : 1;

        /// <summary>Monthly calculation index of the lot's financial year, in tenge; null for a year not in the catalogue.</summary>
        public decimal? Mci => File.Year is { } year ? Catalogue.MciOf(year) : null;

        public Finding Fired() => Answer(State.Fired);

        public Finding Clear() => Answer(State.Clear);

        public Finding NotApplicable(params string[] exceptions) => Answer(State.NotApplicable, exceptions: exceptions);

        public Finding NotEvaluable(params string[] missing) => Answer(State.NotEvaluable, missing: missing);

        /// <summary>A field of the lot as evidence, with the page of its announcement.</summary>
        public EvidenceItem LotField(string field, object? value) => Indicator.Of(Lot, field, value);

        /// <summary>A year as a word: it is told without grouping its digits.</summary>
        public static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

        private Finding Answer(State state, IReadOnlyList<string>? exceptions = null, IReadOnlyList<string>? missing = null) => new()
        {
            Code = By.Code,
            State = state,
            Tier = By.Tier,
            Family = By.Family,
            IsModifier = By.IsModifier,
            IsInternal = By.IsInternal,
            Subject = Subject,
            Exceptions = exceptions ?? [],
            Missing = missing ?? [],
            AsOf = File.AsOf,
            CatalogueVersion = Catalogue.Version,
        };
    }
}
