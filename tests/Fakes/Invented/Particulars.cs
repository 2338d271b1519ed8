namespace Fakes.Invented;

/// <summary>
/// What the portal tells about the persons, accounts, telephones and addresses of an organisation, invented out of its number: nobody's,
/// and no two organisations have anything in common but a head who was planted.
/// </summary>
internal static class Particulars
{
    /// <summary>Every name and address begins with one of these words: a test looks whether they get anywhere.</summary>
    public const string Person = "Вымышленный", Street = "Вымышленная";

    public static string HeadOf(Organisation organisation) => $"{Person} руководитель {organisation.HeadOf}";

    /// <summary>Born in the 21st month: no living person's number.</summary>
    public static string HeadNumberOf(Organisation organisation) => $"902101{organisation.HeadOf % 1_000_000:000000}";

    public static string WriterOf(Organisation organisation) => $"{Person} сотрудник {organisation.Pid}";

    public static string MemberOf(Organisation buyer, int number) => $"{Person} член комиссии {buyer.Pid}-{number}";

    public static string EmailOf(Organisation organisation) => $"post{organisation.Pid}@invented.example";

    /// <summary>No telephone of the country begins with 0; the rest is the number with its digits mixed, each a different one.</summary>
    public static string PhoneOf(Organisation organisation)
    {
        var mixed = organisation.Pid * 738_291_647 % 1_000_000_000;
        return $"+7 (0{mixed / 10_000_000:00}) {mixed % 10_000_000:0000000}";
    }

    /// <summary>No bank has these letters for a number.</summary>
    public static string AccountOf(Organisation organisation) => $"KZ00ZZZ{organisation.Pid:0000000000000}";

    public static string AddressOf(Organisation organisation) => $"{organisation.Place.Ru}, {Street} улица, {organisation.Pid}";
}
