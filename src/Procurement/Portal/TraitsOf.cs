namespace Procurement.Portal;

/// <summary>
/// Turns what the portal says about persons, accounts, telephones and addresses into digests while it is read: the texts go no further.
/// The order is that of kind and digest, so that the same traits make the same record whichever way the portal lists them.
/// </summary>
internal static class TraitsOf
{
    private static readonly string[] HeadWords = ["руковод", "басшы"], DeputyWords = ["замест", "орынбас"];

    public static IReadOnlyList<Trait> Supplier(JsonFields contract) => InOrder(
    [
        Trait.Of(TraitKind.FullName, contract.Text("supplierFio")),
        Trait.Of(TraitKind.BankAccount, contract.Text("supplierIik")),
        Trait.Of(TraitKind.Phone, contract.Text("supplierPhone")),
        Trait.Of(TraitKind.Address, contract.Text("supplierLegalAddress")),
    ]);

    public static IReadOnlyList<Trait> Buyer(JsonFields contract) => InOrder(
    [
        Trait.Of(TraitKind.FullName, contract.Text("customerFio")),
        Trait.Of(TraitKind.Phone, contract.Text("customerPhone")),
    ]);

    public static IReadOnlyList<Trait> Writer(JsonFields bid) => InOrder([Trait.Of(TraitKind.BidWriter, bid.Text("crFio"))]);

    /// <summary>Members of the commission who sit in it now.</summary>
    public static IReadOnlyList<Trait> Commission(JsonFields announcement) => InOrder(
        announcement.Objects("Commission").Where(member => !member.IsSet("isDeleted") && (!member.Has("active") || member.IsSet("active")))
            .Select(member => Trait.Of(TraitKind.FullName, member.Text("fio"))));

    public static IReadOnlyList<Trait> Organisation(JsonFields subject) => InOrder(
    [
        .. subject.Objects("Employees").Where(IsHead).SelectMany(Head),
        Trait.Of(TraitKind.Email, subject.Text("email")),
        Trait.Of(TraitKind.Phone, subject.Text("phone")),
        .. subject.Objects("Address").Select(place => Trait.Of(TraitKind.Address, place.Text("address"))),
    ]);

    /// <summary>The head at the time of a listing; without a number, the name alone.</summary>
    public static Trait? ListedHead(JsonFields detail) =>
        Person(detail.Text("supplierHeadNameRu"), detail.Text("supplierHeadBiin")) ?? Trait.Of(TraitKind.FullName, detail.Text("supplierHeadNameRu"));

    private static IEnumerable<Trait?> Head(JsonFields employee)
    {
        var name = employee.Text("fio");
        return [Person(name, employee.Text("iin")), Trait.Of(TraitKind.FullName, name)];
    }

    private static Trait? Person(string? name, string? number) =>
        name is null || number is null ? null : Trait.Of(TraitKind.Head, $"{name} {number}");

    /// <summary>The role is told by its words, for the list of its codes is not published. A deputy is no head; who has an end has left.</summary>
    private static bool IsHead(JsonFields employee)
    {
        var role = employee.Text("roleName") ?? "";
        return HeadWords.Any(word => role.Contains(word, StringComparison.OrdinalIgnoreCase))
            && !DeputyWords.Any(word => role.Contains(word, StringComparison.OrdinalIgnoreCase))
            && !employee.IsSet("disabled") && employee.Moment("endDate") is null;
    }

    private static Trait[] InOrder(IEnumerable<Trait?> traits) =>
        [.. traits.OfType<Trait>().Distinct().OrderBy(trait => trait.Kind).ThenBy(trait => trait.Digest)];
}
