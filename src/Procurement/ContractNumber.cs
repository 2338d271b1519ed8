using System.Globalization;

namespace Procurement;

/// <summary>
/// The number that the system gives a contract: the buyer's number, year and serial, version; 970140002674/260023/00
/// [Contract.contractNumberSys]. Amendments count the version up.
/// </summary>
/// <param name="Serial">Two digits of the year and the buyer's count in it, six digits together.</param>
/// <param name="Version">0 for the contract itself, 1 and more for its amendments; 0 to 99.</param>
public readonly record struct ContractNumber(Bin Buyer, string Serial, int Version)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Buyer}/{Serial}/{Version:00}");
}
