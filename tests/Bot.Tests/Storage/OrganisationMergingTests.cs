using System.Text.Json;
using Bot.Lots;
using Bot.Tests.Feeds;
using Fakes;
using Microsoft.EntityFrameworkCore;
using Procurement;
using Xunit;

namespace Bot.Tests.Storage;

/// <summary>The list of organisations by REST names no heads, the one by GraphQL does: the register holds both.</summary>
public sealed class OrganisationMergingTests
{
    private static readonly Trait Head = new(TraitKind.Head, 3), Email = new(TraitKind.Email, 1), Phone = new(TraitKind.Phone, 2);

    [Theory]
    [EachDatabase]
    public async Task A_source_without_heads_does_not_erase_the_head_of_an_organisation(bool onPostgres)
    {
        await using var stage = await FeedStage.Set(null, new PushedClock(), onPostgres);
        var full = new Organisation
        {
            Bin = "020340002199",
            PortalId = 7,
            Oked = 85310,
            Size = 105,
            IsBuyer = true,
            IsSupplier = false,
            Traits = [Head, Email, Phone],
        };
        await stage.Intake.Take("page", [full], null, default);

        await stage.Intake.Take("page", [new Organisation { Bin = full.Bin, Name = new("Школа", null), Traits = [Email with { Digest = 8 }] }], null, default);

        var whole = full with { Name = new("Школа", null), Traits = [Head, Email with { Digest = 8 }, Phone] };
        await using var db = stage.Register();
        Assert.Equal(
            JsonSerializer.Serialize(whole),
            JsonSerializer.Serialize(Documents.Read<Organisation>((await db.Organisations.SingleAsync()).Document)));
        Assert.Equal(0, (await stage.Intake.Take("page", [whole], null, default)).Updated);
    }
}
