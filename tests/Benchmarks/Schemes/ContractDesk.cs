using System.Globalization;
using Procurement;

namespace Benchmarks.Schemes;

/// <summary>Contracts with their versions, acts and payments.</summary>
internal sealed class ContractDesk(Ids ids, Chance chance)
{
    public IEnumerable<object> Of(Deal deal, Announcement announcement)
    {
        if (deal.Winner is not { } winner || announcement.ResultsPublished is not { } results)
            return [];
        var signed = deal.Signed ?? Days.Office(Days.Later(Days.Of(results), chance.From(3, 12)), chance);
        var year = deal.Year ?? Days.Of(signed).Year;
        var main = Main(deal.Buyer, winner, deal.Product, signed, year) with
        {
            AnnouncementId = announcement.Id,
            AnnouncementNumber = announcement.Number,
            MethodId = deal.Method,
            ResultsPublished = results,
            PlannedEnd = signed.AddDays(deal.SupplyDays),
            Ends = signed.AddDays(deal.SupplyDays + 30),
        };
        var item = ContractForms.ItemOf(deal.Product, deal.PlanItemId, deal.LotId, deal.Details) with { Places = announcement.Places };
        deal.ContractRoot = main.Id;
        return Versions(main, item, deal.Agreed ?? deal.UnitPrice, deal.Quantity, deal.Changes, deal.ActDated);
    }

    public IEnumerable<object> Of(DirectDeal deal)
    {
        var main = Main(deal.Buyer, deal.Supplier, deal.Product, deal.Signed, deal.Year) with
        {
            MethodId = deal.Method,
            PlannedEnd = deal.Signed.AddDays(15),
            Ends = deal.Signed.AddDays(60),
        };
        var item = ContractForms.ItemOf(deal.Product, deal.PlanItemId, null, deal.Details) with
        {
            JustificationId = deal.Ground,
            Places = deal.Buyer.Organisation.Places,
        };
        deal.ContractRoot = main.Id;
        return Versions(main, item, deal.UnitPrice, deal.Quantity, deal.Changes, null);
    }

    private Contract Main(Buyer buyer, Supplier supplier, Product product, DateTimeOffset signed, int year)
    {
        var id = ids.Contract(signed);
        return new Contract
        {
            Id = id,
            RootId = id,
            Number = $"{buyer.Bin}/{ids.ContractSerial(buyer, year)}/00",
            Description = new Bilingual(product.Name, null),
            BuyerBin = buyer.Bin,
            SupplierBin = supplier.Bin,
            TypeId = 1,
            SubjectType = product.Type,
            FinancialYear = year,
            Created = signed.AddDays(-1),
            SignedAt = signed,
            HasVat = supplier.Index % 5 < 3,
            IsForYears = false,
            SupplierTraits = supplier.ContractTraits,
            BuyerTraits = buyer.Traits,
        };
    }

    private IEnumerable<object> Versions(
        Contract main, ContractItem item, decimal price, decimal quantity, IReadOnlyList<Change> changes, DateTimeOffset? act)
    {
        if (main.SignedAt > Days.AsOf)
            yield break;
        var last = ContractForms.WithItem(main, item, price, quantity);
        foreach (var (change, number) in changes.Select((change, i) => (change, i + 1)))
        {
            var signed = main.SignedAt!.Value.AddDays(change.Days);
            if (signed > Days.AsOf)
                break;
            yield return last with { StatusId = Signed };
            last = ContractForms.WithItem(last with { HasVat = change.HasVat ?? last.HasVat }, item, change.UnitPrice, change.Quantity) with
            {
                Id = ids.Contract(signed),
                ParentId = last.Id,
                Number = string.Create(CultureInfo.InvariantCulture, $"{main.Number![..^2]}{number:00}"),
                TypeId = 2,
                Created = signed.AddDays(-1),
                SignedAt = signed,
                AmendmentGrounds = change.Ground == 0 ? [] : [change.Ground],
            };
        }

        foreach (var thing in Executed(last, main, act))
            yield return thing;
    }

    private const int Signed = 190, Done = 390;

    private IEnumerable<object> Executed(Contract last, Contract main, DateTimeOffset? act)
    {
        var begun = last.SignedAt!.Value;
        var due = main.PlannedEnd!.Value;
        var late = chance.Is(.04) ? chance.From(1, 12) : 0;
        var from = main.SubjectType == 1 ? begun.AddDays(4) : begun + ((due - begun) * .4);    // works take their time, goods may lie in stock
        from = from < due ? from : begun;
        var latest = due.AddDays(late) > from ? due.AddDays(late) : from.AddDays(3);
        var dated = act ?? (late > 0 ? latest : from + ((latest - from) * chance.Unit()));
        var approved = dated.AddDays(chance.From(0, 4));
        var paid = approved.AddDays(chance.From(3, 20));
        if (approved > Days.AsOf)
        {
            yield return last with { StatusId = Signed, Payments = [] };
            yield break;
        }

        yield return last with
        {
            StatusId = paid <= Days.AsOf ? Done : Signed,
            Done = approved,
            Paid = paid <= Days.AsOf ? last.Sum : 0,
            Payments = paid <= Days.AsOf ? [new Payment(paid, last.SumWithVat!.Value)] : [],
        };
        yield return new Act
        {
            Id = ids.Act(dated),
            ContractId = last.Id,
            ContractRootId = main.Id,
            Dated = dated,
            Approved = approved,
            StatusId = 3,
            DaysLate = late,
            Fine = late == 0 ? 0 : decimal.Round(last.Sum!.Value * late / 2_000),
        };
    }
}
