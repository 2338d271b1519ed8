using Procurement;
using Risk;
using Xunit;

namespace Library.Tests.Risk;

/// <summary>KZ-02 and KZ-15: what is not known of one purchase may still bring the year's volume above the limit.</summary>
public class UnclearVolumeTests
{
    private const decimal Limit = 34_600_000;    // 8,000 MCI of 2026

    private static Lot Nowhere(long id, decimal? sum) => Given.Lot() with
    {
        Id = id,
        Number = $"8500000{id}-ЗЦП1",
        Amount = sum,
        Places = [],
        Published = Given.Astana(2026, 1, 20),
    };

    private static string Lots(decimal own, params Lot[] others) =>
        Given.File(Given.Lot() with { Amount = own }).In(new World { Lots = others }).Finding("KZ-15").Told();

    [Fact]
    public void Lots_of_unknown_places_leave_it_open_only_if_they_could_exceed_the_limit()
    {
        Assert.Equal("clear", Lots(10_000_000, Nowhere(2, Limit - 10_000_000)));
        Assert.Equal("? lot_fields", Lots(10_000_000, Nowhere(2, Limit - 9_999_999)));
        Assert.Equal("? lot_fields", Lots(10_000_000, Nowhere(2, 13_000_000), Nowhere(3, 13_000_000)));
        Assert.Equal("? lot_fields", Lots(10_000_000, Nowhere(2, null)));
        Assert.Equal("? lot_fields", Lots(10_000_000, Nowhere(2, null) with { Places = [Given.Place] }));
    }

    private static Contract Signed(long id, params ContractItem[] items) => Given.Direct(id, 300_000) with { Items = items };

    private static ContractItem Item(decimal? sum = 300_000, string? code = Given.Code) => new() { Enstru = code, Sum = sum, JustificationId = 28 };

    private static Finding Direct(params Contract[] contracts) =>
        Given.File().In(new World { Contracts = contracts, References = Given.GroundNames }).Finding("KZ-02");

    [Fact]
    public void Two_contracts_or_subjects_that_are_not_clear_are_no_clearer_than_one()
    {
        Assert.Equal("? contract_fields", Direct(Signed(1, Item()), Signed(2), Signed(3)).Told());
        Assert.Equal("? contract_fields", Direct(Signed(1, Item()), Signed(2, Item(code: null), Item(code: null))).Told());
    }

    [Fact]
    public void A_subject_without_a_sum_has_that_of_the_contract_if_it_is_the_only_one()
    {
        Assert.Equal(600_000m, Direct(Signed(1, Item()), Signed(2, Item(null))).Value);
        Assert.Equal("? contract_fields", Direct(Signed(1, Item()), Signed(2, Item(null), Item(null))).Told());
        Assert.Equal(500_000m, Direct(Signed(1, Item()), Signed(2, Item(200_000))).Value);
        Assert.Equal(450_000m, Direct(Signed(1, Item()), Signed(2, Item(100_000), Item(50_000))).Value);
    }

    [Fact]
    public void The_narrower_sum_is_that_of_nine_digits()
    {
        var finding = Direct(Signed(1, Item()), Signed(2, Item(200_000), Item(100_000, "172314.900.000001")));

        Assert.Equal(600_000m, finding.Value);
        Assert.Contains(finding.Evidence, item => item is { Field: "sumByNineDigits", Value: "500000" });
    }
}
