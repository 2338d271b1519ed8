namespace Procurement.Portal;

/// <summary>Reads the payments nested in a contract: those that the parties entered, else those of the treasury.</summary>
internal static class PaymentShape
{
    /// <summary>Null when neither list was given. A payment without day or sum is left out; one that was taken back has a negative sum.</summary>
    public static IReadOnlyList<Payment>? Of(JsonFields contract)
    {
        if (!contract.Has("ContractPayment") && !contract.Has("TreasuryPay"))
            return null;
        var entered = Payments(contract, "ContractPayment", "paySum");
        return entered.Count > 0 ? entered : Payments(contract, "TreasuryPay", "payAmount");
    }

    private static List<Payment> Payments(JsonFields contract, string list, string sum) =>
    [
        .. contract.Objects(list).Select(payment => (Date: payment.Moment("payDate"), Sum: payment.Number(sum)))
            .Where(payment => payment is { Date: not null, Sum: not null })
            .Select(payment => new Payment(payment.Date!.Value, payment.Sum!.Value)).OrderBy(payment => payment.Date).ThenBy(payment => payment.Sum),
    ];
}
