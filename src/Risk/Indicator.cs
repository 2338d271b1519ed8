using System.Globalization;
using Procurement;

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

    /// <summary>The article of the law and the codes of the OCP red flags that the question stands on.</summary>
    public abstract string Source { get; }

    /// <summary>Judges the lot of the case file, using only facts known at its moment.</summary>
    public Finding Judge(CaseFile file, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(catalogue);
        var question = new Question(this, file, catalogue);

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
    private protected sealed record Question(Indicator By, CaseFile File, Catalogue Catalogue)
    {
        public Lot Lot => File.Lot;

        /// <summary>Monthly calculation index of the lot's financial year, in tenge; null for a year not in the catalogue.</summary>
        public decimal? Mci => File.Year is { } year ? Catalogue.MciOf(year) : null;

        public Finding Fired() => Answer(State.Fired);

        public Finding Clear() => Answer(State.Clear);

        public Finding NotApplicable(params string[] exceptions) =>
            Answer(State.NotApplicable) with { Exceptions = exceptions };

        public Finding NotEvaluable(params string[] missing) =>
            Answer(State.NotEvaluable) with { Missing = missing };

        /// <summary>A field of the lot as evidence, with the page of its announcement.</summary>
        public EvidenceItem LotField(string field, object? value) => Indicator.Of(Lot, field, value);

        /// <summary>A year as a word: it is told without grouping its digits.</summary>
        public static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

        private Finding Answer(State state) => new()
        {
            Code = By.Code,
            State = state,
            Tier = By.Tier,
            Family = By.Family,
            AsOf = File.AsOf,
            CatalogueVersion = Catalogue.Version,
        };
    }
}
