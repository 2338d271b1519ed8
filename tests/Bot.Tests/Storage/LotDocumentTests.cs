using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Lots;
using FsCheck;
using FsCheck.Fluent;
using Procurement;
using Xunit;

namespace Bot.Tests.Storage;

/// <summary>A lot's document says all of the lot, also to an older and to a newer program.</summary>
public sealed class LotDocumentTests
{
    private const int Always = 2;    // id and number

    [Fact]
    public void Any_lot_is_read_as_it_was_written() => Prop.ForAll<int>(seed =>
    {
        var lot = Any(new Random(seed));
        return Said(Documents.Read<Lot>(Written(lot))) == Said(lot);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_an_older_program_did_not_write_is_absent() => Prop.ForAll<int>(seed =>
    {
        var random = new Random(seed);
        var values = JsonNode.Parse(Written(Any(random)))!.AsArray();
        var all = values.Count;
        var kept = random.Next(Always, all);
        while (values.Count > kept)
            values.RemoveAt(values.Count - 1);

        var read = JsonNode.Parse(Written(Documents.Read<Lot>(values.ToJsonString())))!.AsArray();
        return read.Count == all && Enumerable.Range(0, kept).All(place => JsonNode.DeepEquals(read[place], values[place]))
            && read.Skip(kept).All(value => value is null);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_a_newer_program_adds_is_passed_over()
    {
        var lot = Any(new Random(1));
        var values = JsonNode.Parse(Written(lot))!.AsArray();
        values.Add(5);
        values.Add(null);
        values.Add("new");

        Assert.Equal(Said(lot), Said(Documents.Read<Lot>(values.ToJsonString())));
    }

    private static string Written(Lot lot)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory))
            Documents.Write(json, lot);
        return Encoding.UTF8.GetString(memory.ToArray());
    }

    private static string Said(Lot lot) => JsonSerializer.Serialize(lot);

    private static Lot Any(Random random)
    {
        bool Has() => random.Next(3) > 0;
        string? Text() => Has() ? string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => (char)random.Next(1, 0xD7FF))) : null;
        Bilingual Both() => new(Text(), Text());
        decimal? Sum() => Has() ? new decimal(random.Next(), random.Next(1000), 0, false, (byte)random.Next(6)) : null;
        int? Code() => Has() ? random.Next() : null;
        long? Id() => Has() ? random.NextInt64() : null;
        DateTimeOffset? Moment() => Has() ? PortalTime.InAstana(DateTimeOffset.FromUnixTimeMilliseconds(random.NextInt64(1_400_000_000_000, 2_000_000_000_000))) : null;
        return new Lot
        {
            Id = random.NextInt64(),
            Number = Text() ?? "1",
            AnnouncementId = Id(),
            AnnouncementNumber = Text(),
            AnnouncementTitle = Both(),
            Name = Both(),
            Description = Both(),
            Details = Both(),
            BuyerBin = Text(),
            BuyerName = Both(),
            Amount = Sum(),
            Count = Sum(),
            UnitPrice = Sum(),
            UnitCode = Text(),
            UnitName = Text(),
            Enstru = Text(),
            SubjectType = Code(),
            MethodId = Code(),
            PlannedMethodId = Code(),
            JustificationId = Code(),
            StatusId = Code(),
            Places = [.. Enumerable.Range(0, random.Next(3)).Select(_ => $"{random.Next(100_000_000, 999_999_999)}")],
            Published = Moment(),
            BidsFrom = Moment(),
            BidsDue = Moment(),
            ResultsPublished = Moment(),
            IsRepeat = Has() ? Has() : null,
            DiscussionFrom = Moment(),
            DiscussionUntil = Moment(),
            IsDeleted = Has(),
            SystemId = Code(),
            UnifiedId = Id(),
            PlanItemIds = [.. Enumerable.Range(0, random.Next(3)).Select(_ => random.NextInt64())],
            SupplyTerm = Text(),
            Prepayment = Sum(),
            IsConstruction = Has() ? Has() : null,
            DesignSign = Code(),
            FileCount = Code(),
        };
    }
}
