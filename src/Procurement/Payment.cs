namespace Procurement;

/// <summary>Money paid under a contract [ContractPayment.payDate, paySum; TreasuryPay.payDate, payAmount]. Tenge with VAT.</summary>
public readonly record struct Payment(DateTimeOffset Date, decimal Sum);
