using Procurement;
using Xunit;

namespace Library.Tests.Procurement;

/// <summary>Real answers of the portal, whole: nothing of them is refused.</summary>
public class OriginalsTests
{
    [OriginalsTheory]
    [InlineData("samples/rest_v3/contract_all_page_2020-02.json", "Contract 500")]
    [InlineData("samples/rest_v3/plans_all_page_2020-06-12.json", "PlanItem 500")]
    [InlineData("samples/gos_tracker/trd_buy_listing.json", "Announcement 5, Lot 5")]
    [InlineData("samples/gos_tracker/contracts_listing.json", "Contract 6")]
    [InlineData("samples/gos_tracker/lots_subset.json", "Lot 7")]
    [InlineData("samples/gos_tracker/bids_subset.json", "Bid 4")]
    [InlineData("samples/gos_tracker/plans_subset.json", "PlanItem 3")]
    [InlineData("samples/zakup_gov_kz/listing.json", "Lot 2")]
    [InlineData("samples/zakup_gov_kz/lots_search_skk.json", "Lot 1")]
    [InlineData("samples/zakup_gov_kz/announcement_39385974.json", "Announcement 1")]
    [InlineData("samples/zakup_gov_kz/plan_item_18121209_subset.json", "PlanItem 1")]
    public async Task Loads_without_a_refused_line(string file, string expected)
    {
        var readings = await Fixtures.Read(Path.Combine(Fixtures.Originals, file));

        Assert.Empty(readings.Select(reading => reading.Rejection).OfType<string>());
        Assert.Equal(expected, string.Join(", ", readings.Select(reading => reading.Record!.GetType().Name).CountBy(name => name)
            .OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => $"{count.Key} {count.Value}")));
    }

    [OriginalsTheory]
    [InlineData("samples/rest_v3/contract_all_page_2020-02.json")]
    [InlineData("samples/gos_tracker/contracts_listing.json")]
    [InlineData("samples/gos_tracker/bids_subset.json")]
    public async Task Nothing_of_private_suppliers_is_kept(string file)
    {
        var suppliers = (await Fixtures.Read(Path.Combine(Fixtures.Originals, file))).Select(reading => reading.Record switch
        {
            Contract contract => (Bin: contract.SupplierBin, Name: default),
            Bid bid => (Bin: bid.SupplierBin, Name: bid.SupplierName),
            _ => throw new InvalidOperationException("neither contract nor bid"),
        }).ToList();

        Assert.All(suppliers, supplier => Assert.True(supplier.Bin is null ? supplier.Name.IsEmpty : Bin.IsForBusiness(supplier.Bin)));
        Assert.Contains(suppliers, supplier => supplier.Bin is null);
    }
}
