using Procurement;
using Risk;
using Xunit;
using static Library.Tests.Risk.GivenDeal;

namespace Library.Tests.Risk;

/// <summary>KZ-06: which subjects of two versions of a contract are compared, and whether both have VAT.</summary>
public class RaisedContractTests
{
    private static string Told(Finding finding) =>
        finding.State is State.Fired or State.Clear ? $"{finding.State}" : string.Join(' ', [.. finding.Missing, .. finding.Exceptions]);

    private static string Judge(Func<ContractItem, ContractItem> change, Func<Lot, Lot>? lot = null)
    {
        Contract With(Contract contract, decimal price) => contract with { Items = [change(Item() with { UnitPrice = price })] };

        return Told((File(With(Contract(), 90), With(Contract(1), 95)) with { Lot = (lot ?? (own => own))(HeldLot) }).Finding("KZ-06"));
    }

    [Theory]
    [InlineData(1L, "Fired")]
    [InlineData(null, "Fired")]      // a subject that names no lot may be of this one
    [InlineData(0L, "Fired")]
    [InlineData(77L, "contract_items")]
    public void Subjects_of_other_lots_are_left_out(long? lot, string told) => Assert.Equal(told, Judge(item => item with { LotId = lot }));

    [Theory]
    [InlineData("796", null, "796", "Fired")]
    [InlineData(null, "Штука", "796", "Fired")]
    [InlineData("5114", null, "796", "contract_items")]      // one service: its price is the whole sum
    [InlineData(null, "Набор", "796", "contract_items")]
    [InlineData(null, null, "796", "Fired")]                 // the lot's unit, where the contract names none
    [InlineData(null, null, "5114", "contract_items")]
    public void Only_what_can_be_counted_has_a_price_of_one(string? code, string? name, string ofLot, string told) =>
        Assert.Equal(told, Judge(item => item with { UnitCode = code, UnitName = name }, lot => lot with { UnitCode = ofLot, UnitName = null }));

    [Theory]
    [InlineData(1, null, null, "Fired")]       // goods are counted, whatever their unit is called
    [InlineData(null, null, null, "contract_items")]
    [InlineData(null, "796", null, "Fired")]
    [InlineData(null, null, "Штука", "Fired")]
    public void Without_any_unit_only_goods_are_counted(int? subject, string? code, string? name, string told) =>
        Assert.Equal(told, Judge(
            item => item with { UnitCode = code, UnitName = name }, lot => lot with { SubjectType = subject, UnitCode = null, UnitName = null }));

    [Theory]
    [InlineData(null, 855_000, 991_800, "Fired")]            // 16 % more: with VAT as before
    [InlineData(null, 855_000, 855_000, "vat_changed")]
    [InlineData(null, 855_000, 855_855, "vat_changed")]      // a thousandth is rounding
    [InlineData(null, 855_000, 855_856, "Fired")]
    [InlineData(true, 855_000, 855_000, "Fired")]            // what the contract says comes first
    [InlineData(null, 855_000, null, "vat")]
    public void Whether_a_version_has_VAT_is_said_or_seen_from_its_sums(bool? says, int sum, int? withVat, string told) =>
        Assert.Equal(told, Told(File(Contract(), Contract(1).At(95, 9000) with { HasVat = says, Sum = sum, SumWithVat = withVat }).Finding("KZ-06")));
}
