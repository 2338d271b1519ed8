using Procurement;

namespace Benchmarks.Schemes;

/// <summary>Scheme 11: bids or signs while it stands in the register of the unfair, itself or by its head.</summary>
internal sealed class UnfairPlot(Stage stage, Script script) : Plot(stage, script)
{
    public override void Plant(int number)
    {
        var day = AnyDay();
        var kind = (number % 5) switch { 0 => "by its head", 1 or 2 => "listed between bid and signature", _ => "listed" };
        var planted = New(Scheme.UnfairSupplier, kind, "KZ-04");
        var buyer = Stage.AnyBuyer();
        var product = Need(buyer);
        var firm = Stage.OwnSupplier(buyer.Region, product);
        var timing = Timing.Of(Chance.Is(.5) ? Ways.Tender : Ways.PriceProposals, day, Chance);
        var from = planted.Kind == "listed between bid and signature"
            ? timing.Results.AddHours(2)
            : Days.At(day.AddDays(-Chance.From(5, 600)), 0);
        Stage.Unfair.Add(new UnfairListing
        {
            Id = 70_000 + number,
            SupplierBin = planted.Kind == "by its head" ? Numbers.Bin(new DateOnly(2014, 5, 1), 90_000 + number) : firm.Bin,
            SupplierName = firm.Organisation.Name,
            From = from,
            Until = from.AddMonths(24),
            SystemId = 3,
            Grounds =
            [
                new UnfairGround
                {
                    BuyerBin = buyer.Bin,
                    Decision = "Решение суда",
                    DecidedOn = from.AddDays(-12),
                    From = from,
                    Until = from.AddMonths(24),
                    Head = firm.Organisation.Traits.First(trait => trait.Kind == TraitKind.Head),
                },
            ],
        });
        Script.On(day, _ =>
        {
            var deal = Worth(buyer, product, day, (decimal)Chance.Scaled(150_000, 12_000_000),
                timing.DiscussionFrom is null ? Ways.PriceProposals : Ways.Tender) with
            {
                Timing = timing,
                Signed = Days.Office(Days.Later(Days.Of(timing.Results), Chance.From(4, 12)), Chance),
            };
            var price = deal.Amount * (decimal)Chance.Between(.93, .99);
            var others = Stage.World.Bidders(product, buyer.Region, Chance.From(1, 3), Chance);
            Write(planted, Stage.Awarded(deal, Stage.Ranked(
                [new Offer(firm, decimal.Round(price, 2)),
                .. others.Select((one, i) => new Offer(one, decimal.Round(price * (1.007m + (.011m * i)), 2)))])));
        });
    }
}
