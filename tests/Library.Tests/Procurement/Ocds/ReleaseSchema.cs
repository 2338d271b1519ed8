using System.Runtime.CompilerServices;
using NJsonSchema;

namespace Library.Tests.Procurement.Ocds;

/// <summary>The schema beside this file.</summary>
internal static class ReleaseSchema
{
    private static readonly Lazy<Task<JsonSchema>> Schema = new(() => JsonSchema.FromFileAsync(PathOf()));

    /// <summary>What is wrong with a release, as "kind at path".</summary>
    public static async Task<IReadOnlyList<string>> Faults(string release) =>
        [.. (await Schema.Value).Validate(release).Select(error => $"{error.Kind} at {error.Path}")];

    private static string PathOf([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "release-schema.json");
}
