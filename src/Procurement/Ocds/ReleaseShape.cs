using System.Globalization;
using Procurement.Portal;

namespace Procurement.Ocds;

/// <summary>Takes one release apart into records.</summary>
internal sealed class ReleaseShape(JsonFields release)
{
    private const int PrefixLength = 12;    // ocds-xxxxxx-

    private readonly Dictionary<string, string> numbers = release.Objects("parties")
        .Select(party => (Id: party.Text("id"), Number: NumberOf(party))).Where(party => party.Id is not null && party.Number is not null)
        .DistinctBy(party => party.Id).ToDictionary(party => party.Id!, party => party.Number!);

    public IEnumerable<object> Records()
    {
        var announcement = AnnouncementId();
        foreach (var party in release.Objects("parties"))
        {
            if (NumberOf(party) is { } bin && Bin.TryParse(bin, out _) && party.Both("name", "name_kk") is { IsEmpty: false } name)
                yield return new Organisation { Bin = bin, Name = name };
        }
        if (release.Has("tender"))
        {
            var tender = new TenderShape(release, this);
            if (announcement is { } id)
                yield return tender.Announcement(id);
            foreach (var lot in tender.Lots(announcement))
                yield return lot;
        }
        foreach (var bid in BidEntries.Read(release, this, announcement))
            yield return bid;
        foreach (var contract in release.Objects("contracts"))
            yield return ContractEntry.Read(contract, release, this, announcement);
    }

    /// <summary>The id behind the prefix, "ocds-kz0000-17379679", or a bare number; null for anything else.</summary>
    public static long? LocalId(string? ocid)
    {
        var local = ocid is { Length: > PrefixLength } && ocid.StartsWith("ocds-", StringComparison.Ordinal) ? ocid[PrefixLength..] : ocid;
        return long.TryParse(local, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 ? id : null;
    }

    /// <summary>The business number of an organisation that is referred to.</summary>
    public string? BinOf(JsonFields reference)
    {
        if (reference.Text("id") is not { } id)
            return null;
        if (numbers.TryGetValue(id, out var number))
            return number;
        return id.StartsWith(PartyBook.Scheme + "-", StringComparison.Ordinal) && Bin.IsForBusiness(id.AsSpan(PartyBook.Scheme.Length + 1))
            ? id[(PartyBook.Scheme.Length + 1)..]
            : null;
    }

    /// <summary>The names of an organisation that is referred to, in both languages where its own entry has them.</summary>
    public Bilingual NameOf(JsonFields reference)
    {
        var id = reference.Text("id");
        var party = release.Objects("parties").Find(party => party.Text("id") == id);
        var name = party.Both("name", "name_kk");
        return name.IsEmpty ? new(reference.Text("name"), null) : name;
    }

    private long? AnnouncementId() => LocalId(release.Text("ocid"))
        ?? (AnnouncementNumber.TryParse(release.Object("tender").Text("id"), out var number) ? number.Id : null);

    private static string? NumberOf(JsonFields party)
    {
        var identifier = party.Object("identifier");
        return identifier.Text("scheme") == PartyBook.Scheme ? Supplier.NumberOf(identifier, "id") : null;
    }
}
