using System.Globalization;

namespace Procurement;

/// <summary>The number of an announcement as the portal shows it: its id and which publication of it this is; 17379679-1.</summary>
/// <param name="Id">The announcement's id [TrdBuy.id], 6 to 9 digits.</param>
/// <param name="Publication">1 to 99.</param>
public readonly record struct AnnouncementNumber(long Id, int Publication)
{
    /// <summary>The portal's spelling [TrdBuy.numberAnno].</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id}-{Publication}");

    /// <summary>Reads one number that stands alone, with any hyphen and spaces around it.</summary>
    public static bool TryParse(string? text, out AnnouncementNumber number)
    {
        number = default;
        if (string.IsNullOrWhiteSpace(text) || text.Length > 40)
            return false;
        var folded = new Text.FoldedText(text.Trim());
        if (Text.NumberScan.Announcement(folded, 0) is not { } found || found.End != folded.Text.Length)
            return false;
        number = found.Number;
        return true;
    }
}
