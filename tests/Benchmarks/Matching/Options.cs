namespace Benchmarks.Matching;

/// <summary>What stands on the command line of the matching benchmark.</summary>
internal sealed class Options(string[] args)
{
    /// <summary>Options that are followed by a value.</summary>
    private static readonly string[] WithValue = ["--lots", "--tips", "--kato", "--only", "--folds", "--copies", "--out", "--rows", "--without"];

    /// <summary>The parts of the benchmark; the first ones run unless others are asked for.</summary>
    public static readonly string[] Parts = ["quality", "speed", "store", "growth", "rivals", "ablation"];
    private static readonly string[] Usual = ["quality", "speed"];

    /// <summary>Folder of a large set; null for the sample of the repository alone.</summary>
    public string? Folder { get; } = args.Where((word, at) => !word.StartsWith('-') && (at == 0 || !WithValue.Contains(args[at - 1]))).FirstOrDefault();

    public string? Lots => Value("--lots");
    public string? Tips => Value("--tips");
    public string? Kato => Value("--kato");
    public string? Without => Value("--without");
    public string? Out => Value("--out");
    public string? Rows => Value("--rows");
    public int Folds => args.Number("--folds", 5);
    public int Copies => args.Number("--copies", 5);

    /// <summary>Only the part of the large set whose ids are at most 200,000 or over a million: 202,516 lots, for quick rounds.</summary>
    public bool IsSmall => args.Contains("--small");

    public bool Does(string part) => Value("--only") is { } only ? only.Split(',').Contains(part)
        : Usual.Contains(part) || args.Contains("--" + part);

    /// <summary>What on the command line is not understood; null when all is.</summary>
    public string? Fault()
    {
        var known = WithValue.Concat(Parts.Select(part => "--" + part)).Append("--small");
        if (args.FirstOrDefault(word => word.StartsWith('-') && !known.Contains(word)) is { } unknown)
            return $"There is no option {unknown}. There are: {string.Join(' ', known)}.";
        if (Value("--only")?.Split(',').FirstOrDefault(part => !Parts.Contains(part)) is { } wrong)
            return $"There is no part {wrong}. There are: {string.Join(',', Parts)}.";
        if (Without is not null && !Does("ablation"))
            return "--without NAME belongs to --only ablation.";
        return new[] { Folder, Lots, Tips, Kato }.FirstOrDefault(path => path is not null && !Path.Exists(path)) is { } missing
            ? $"There is no file or folder {missing}." : null;
    }

    private string? Value(string option) => Array.IndexOf(args, option) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
