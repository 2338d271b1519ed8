namespace Risk.Ocds;

/// <summary>
/// Lists of procurement method details: with an allow list only these pass (a procedure without details does not); else all but the deny
/// list.
/// </summary>
internal sealed class DetailsFilter(IReadOnlyList<string> allowed, IReadOnlyList<string> denied)
{
    private readonly Names allow = new(allowed), deny = new(denied);

    public bool Lets(Release release)
    {
        var details = release.Tender.MethodDetails;
        if (allow.Count > 0)
            return details.IsText && allow.Find(release.Text(details)) >= 0;
        return !details.IsText || deny.Find(release.Text(details)) < 0;
    }
}
