namespace Risk.Ocds;

/// <summary>The names that a settings file may hold, as a table: what entering a section does, and what a name sets.</summary>
internal static class SettingNames
{
    private const string DaysByDetails = "R003.procurement_method_details";

    private static readonly Dictionary<string, Func<OcdsSettings, OcdsSettings>> Sections = new()
    {
        ["exclusions"] = settings => settings,
        ["R003"] = settings => settings with { R003 = settings.R003 ?? new() },
        [DaysByDetails] = settings => settings with { R003 = settings.R003 ?? new() },
        ["R018"] = settings => settings with { R018 = settings.R018 ?? new() },
        ["R024"] = settings => settings with { R024 = settings.R024 ?? new() },
        ["R025"] = settings => settings with { R025 = settings.R025 ?? new() },
        ["R028"] = settings => settings with { R028 = true },
        ["R030"] = settings => settings with { R030 = true },
        ["R035"] = settings => settings with { R035 = settings.R035 ?? new() },
        ["R036"] = settings => settings with { R036 = true },
        ["R038"] = settings => settings with { R038 = settings.R038 ?? new() },
        ["R048"] = settings => settings with { R048 = settings.R048 ?? new() },
        ["R058"] = settings => settings with { R058 = settings.R058 ?? new() },
        ["R044"] = settings => settings with { NotRun = [.. settings.NotRun, "R044"] },
        ["R055"] = settings => settings with { NotRun = [.. settings.NotRun, "R055"] },
    };

    /// <summary>Names of a section, "" before the first; entering it has made its record.</summary>
    private static readonly Dictionary<(string Section, string Name), Func<OcdsSettings, SettingValue, OcdsSettings>> Names = new()
    {
        [("", "currency")] = (settings, value) => settings with { Currency = value.Text },
        [("", "price_comparison_procurement_methods")] = (settings, value) => settings with { PriceComparison = value.List },
        [("", "no_price_comparison_procurement_methods")] = (settings, value) => settings with { NoPriceComparison = value.List },
        [("exclusions", "procurement_method_details")] = (settings, value) => settings with { Excluded = value.List },
        [("R003", "threshold")] = (settings, value) => settings with { R003 = settings.R003! with { Days = value.Whole } },
        [("R003", "procurement_methods")] = (settings, value) => settings with { R003 = settings.R003! with { Methods = value.List } },
        [("R018", "procurement_methods")] = (settings, value) => settings with { R018 = new() { Methods = value.List } },
        [("R024", "threshold")] = (settings, value) => settings with { R024 = new(value.Number) },
        [("R025", "percentile")] = (settings, value) => settings with { R025 = settings.R025! with { Percentile = value.Percentile } },
        [("R025", "threshold")] = (settings, value) => settings with { R025 = settings.R025! with { Ratio = value.Number } },
        [("R035", "threshold")] = (settings, value) => settings with { R035 = new(value.Count) },
        [("R038", "threshold")] = (settings, value) => settings with { R038 = settings.R038! with { Ratio = value.Number } },
        [("R038", "minimum_submitted_bids")] =
            (settings, value) => settings with { R038 = settings.R038! with { MinimumSubmittedBids = value.Count } },
        [("R038", "minimum_contracting_processes")] =
            (settings, value) => settings with { R038 = settings.R038! with { MinimumContractingProcesses = value.Count } },
        [("R048", "digits")] =
            (settings, value) => settings with { R048 = settings.R048! with { Digits = (int)Math.Min(value.Count, int.MaxValue) } },
        [("R048", "threshold")] = (settings, value) => settings with { R048 = settings.R048! with { Classes = value.Count } },
        [("R048", "minimum_contracting_processes")] =
            (settings, value) => settings with { R048 = settings.R048! with { MinimumContractingProcesses = value.Count } },
        [("R058", "threshold")] = (settings, value) => settings with { R058 = new(value.Number) },
    };

    /// <summary>What a file holds for Cardinal's other commands and indicators; null: any name.</summary>
    private static readonly Dictionary<string, string[]?> OthersNames = new()
    {
        ["defaults"] = ["currency", "item_classification_scheme", "bid_status", "award_status", "party_roles"],
        ["redactions"] = ["amount", "organization_id"],
        ["corrections"] = ["award_status_by_contract_status"],
        ["modifications"] =
        [
            "move_auctions", "prefix_buyer_or_procuring_entity_id", "prefix_tenderer_or_supplier_id", "split_procurement_method_details",
        ],
        ["codelists.bid_status"] = null,
        ["codelists.award_status"] = null,
        ["R055"] = ["threshold", "start_date", "end_date"],
    };

    /// <exception cref="FormatException">There is no such section.</exception>
    public static OcdsSettings Enter(OcdsSettings settings, string section) =>
        Sections.TryGetValue(section, out var enter) ? enter(settings)
        : OthersNames.ContainsKey(section) ? settings
        : throw new FormatException($"there is no section [{section}]. The sections are: {string.Join(", ", Sections.Keys)}.");

    /// <exception cref="FormatException">There is no such name, or the value is not what it asks for.</exception>
    public static OcdsSettings Set(OcdsSettings settings, string section, string name, string text)
    {
        var value = new SettingValue(name, text, settings.Cardinal);
        if (section == DaysByDetails)
            return settings with { R003 = settings.R003! with { DaysByDetails = With(settings.R003.DaysByDetails, name, value.Whole) } };
        if (Names.TryGetValue((section, name), out var set))
            return set(settings, value);
        if (OthersNames.TryGetValue(section, out var others) && (others is null || others.Contains(name)))
            return settings;
        var known = Names.Keys.Where(key => key.Section == section).Select(key => key.Name).ToList();
        throw new FormatException($"there is no setting \"{name}\" {(section == "" ? "before the first section" : $"in [{section}]")}."
            + (known.Count > 0 ? $" The settings there are: {string.Join(", ", known)}." : ""));
    }

    private static Dictionary<string, long> With(IReadOnlyDictionary<string, long> known, string name, long days) =>
        new(known) { [name] = days };
}
