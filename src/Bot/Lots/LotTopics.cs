using Bot.Conversation;
using Bot.Storage;
using Language;
using Procurement;

namespace Bot.Lots;

/// <summary>Something that can be followed.</summary>
/// <param name="Code">"buyer:BIN" or "place:KATO prefix": short enough for a button, unique for a subscription.</param>
public sealed record Topic(string Code, Phrase Name, string Kind, bool IsSchool = false)
{
    /// <summary>A buyer's name in words to search by.</summary>
    public string? Words { get; init; }
}

/// <summary>Which topics a lot belongs to, and what a topic is called.</summary>
public sealed class LotTopics(RegisterDb db, Register register)
{
    private const string Buyer = "buyer", Place = "place";

    public async Task<IReadOnlyList<Topic>> Of(Lot lot, CancellationToken cancellationToken)
    {
        List<Topic> topics = [];
        foreach (var code in Codes(lot))
            if (await Named(code, cancellationToken) is { } topic)
                topics.Add(topic);
        return topics;
    }

    /// <summary>The district or region of a lot, else its buyer: where something happened, in a few words.</summary>
    public async Task<Phrase> PlaceOf(Lot lot, CancellationToken cancellationToken) =>
        register.Districts.Of(lot) is { } district && await Named($"{Place}:{district}", cancellationToken) is { } place
            ? place.Name
            : Phrase.Of("lots.name", ("name", LotCard.Buyer(lot)));

    /// <summary>The codes alone, for looking up who follows them.</summary>
    public IEnumerable<string> Codes(Lot lot)
    {
        if (lot.BuyerBin is { } bin)
            yield return $"{Buyer}:{bin}";
        if (register.Districts.Of(lot) is { } district)
            yield return $"{Place}:{district}";
    }

    /// <summary>The topic behind a code, or null when there is none: codes come back from buttons and can be old.</summary>
    public async Task<Topic?> Named(string code, CancellationToken cancellationToken) => code.Split(':') switch
    {
        [Buyer, var bin] => await OfBuyer(bin, code, cancellationToken),
        [Place, { Length: 2 or 4 } prefix] when register.Places.GetValueOrDefault(prefix.PadRight(9, '0')) is { } place =>
            new Topic(code, Phrase.Of("lots.name", ("name", Plain(place.Name))), prefix.Length == 2 ? "region" : Place),
        _ => null,
    };

    private async Task<Topic?> OfBuyer(string bin, string code, CancellationToken cancellationToken)
    {
        var lot = (await db.Lots.Where(row => row.BuyerBin == bin).OrderByDescending(row => row.Id).Take(1).Read(cancellationToken)).FirstOrDefault();
        return lot is null ? null : new Topic(code, Phrase.Of("lots.name", ("name", LotCard.Buyer(lot))), Buyer, IsSchool(lot))
        {
            Words = LotCard.Buyer(lot) is var name ? name.Ru ?? name.Kz : null,
        };
    }

    /// <summary>The classifier's "city administration" (Г.А., Қ.Ә.) is no part of a town's name.</summary>
    private static Bilingual Plain(Bilingual name) => new(
        name.Ru?.Replace(" Г.А.", "", StringComparison.Ordinal), name.Kz?.Replace(" Қ.Ә.", "", StringComparison.Ordinal));

    private static bool IsSchool(Lot lot) => Tokens.Of($"{lot.BuyerName.Ru} {lot.BuyerName.Kz}").Any(word => Schools.Contains(word.Stem));

    private static readonly HashSet<string> Schools =
        [.. new[] { "школа", "школы", "школа-лицей", "лицей", "гимназия", "мектеп", "мектебі" }.SelectMany(word => Tokens.Of(word)).Select(word => word.Stem)];
}
