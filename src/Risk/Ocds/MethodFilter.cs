namespace Risk.Ocds;

/// <summary>A list of procurement methods: only these pass; an empty list lets all pass.</summary>
internal sealed class MethodFilter(IReadOnlyList<string> methods)
{
    private readonly Names allow = new(methods);

    public bool Lets(Release release) =>
        allow.Count == 0 || (release.Tender.Method.IsText && allow.Find(release.Text(release.Tender.Method)) >= 0);
}
