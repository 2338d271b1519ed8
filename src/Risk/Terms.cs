namespace Risk;

/// <summary>Terms and shares of the law that indicators about contracts measure by, each with its paragraph.</summary>
public sealed record Terms
{
    public required string Source { get; init; }

    /// <summary>Least time to deliver, from the contract.</summary>
    public required Term LeastDelivery { get; init; }

    /// <summary>Least time to deliver goods for a supplier in the register of Kazakhstan's makers.</summary>
    public required Term LeastDeliveryOfMakers { get; init; }
    public required Term Payment { get; init; }
    public required Term PaymentToMakers { get; init; }

    /// <summary>Time from results to signature after which a delay is worth a look; the rules' own steps take less.</summary>
    public required Term Signature { get; init; }
    public required Term SignatureOutsidePortal { get; init; }
    public required Term ReportOfDirectPurchase { get; init; }
    public required Term DecisionAfterFailure { get; init; }

    /// <summary>Longest purchase of daily needs until results.</summary>
    public required Term BridgePurchase { get; init; }

    /// <summary>Longest direct contract for meals until the contract with a tender's winner.</summary>
    public required Term MealsBridge { get; init; }
    public required Term RegisterOfContracts { get; init; }
    public required AdvanceRule Advance { get; init; }
    public required ShareRule Subcontract { get; init; }
    public required TimesRule MealsProlongations { get; init; }
}

/// <param name="Working">Working days; otherwise calendar days.</param>
/// <summary>One term and the paragraph that sets it.</summary>
public sealed record Term(int Days, bool Working, string Source);

/// <summary>The share that must be planned as an advance in some purchases; no share is the most that is allowed.</summary>
public sealed record AdvanceRule(decimal RequiredShare, string Source);

/// <summary>A share that may not be passed.</summary>
public sealed record ShareRule(decimal Share, string Source);

/// <summary>How many times something may be done.</summary>
public sealed record TimesRule(int Times, string Source);
