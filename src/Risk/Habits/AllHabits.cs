using Risk.Populations;

namespace Risk.Habits;

/// <summary>
/// Everything that checks ask of a whole population. Left to the first lot that asks, it would wait for seconds, and what each is worked
/// out by would pile up. They are worked out on all cores: each follows from the population alone, and one that needs another waits for it.
/// </summary>
internal static class AllHabits
{
    public static void WorkOut(Population population) => Parallel.Invoke(
        () => population.Habit(BidderCounts.Of),
        () => population.Habit(BuyerYears.Of),
        () => population.Habit(DealsOfLots.Of),
        () => population.Habit(Decembers.Of),
        () => population.Habit(GeneralTexts.Of),
        () => population.Habit(LargeDeals.Of),
        () => population.Habit(LocalSuppliers.Of),
        () => population.Habit(MealOperators.Of),
        () => population.Habit(MealPrices.Of),
        () => population.Habit(NearLimits.Of),
        () => population.Habit(NeedsOfKinds.Of),
        () => population.Habit(PriceTails.Of),
        () => population.Habit(RejectionShares.Of),
        () => population.Habit(Repeated.Of),
        () => population.Habit(SmallVolumeGrounds.Of),
        () => population.Habit(SparringPartners.Of),
        () => population.Habit(Trades.Of),
        () => population.Habit(UnfairLinks.Of),
        () => population.Habit(WorkSpeeds.Of),
        () => population.Habit(WorkTerms.Of),
        () => population.Habit(YearQuantities.Of));
}
