namespace Procurement.Portal;

/// <summary>The first fault found in a line; later ones are of no use to the person who has to mend it.</summary>
internal sealed class Complaint
{
    public string? Text { get; private set; }

    public void Note(string text) => Text ??= text;
}
