namespace Procurement.Portal;

/// <summary>Makes an act of the portal's object ContractAct, which stands alone or nested in its contract.</summary>
internal static class ActShape
{
    public static Act Read(JsonFields act, long id) => new()
    {
        Id = id,
        ContractId = act.Id("contractId"),
        ContractRootId = act.Id("contractRootId"),
        Dated = act.Moment("aktDate"),
        Approved = act.Moment("approveDate"),
        Revoked = act.Moment("revokeDate"),
        StatusId = act.Code("statusId"),
        DaysLate = DaysLate(act),
        Fine = act.Amount("sumFine"),
        IsDeleted = act.IsSet("isDeleted"),
    };

    /// <summary>The acts of a contract, which know it without saying so. One without an id cannot be told from another: left out.</summary>
    public static IReadOnlyList<Act> Of(JsonFields contract, long contractId) =>
    [
        .. contract.Objects("Acts").Where(act => act.Has("id")).Select(act => Read(act, act.Id("id") ?? 0)).Select(act => act with
        {
            ContractId = act.ContractId ?? contractId,
            ContractRootId = act.ContractRootId ?? contract.Id("rootId"),
        }),
    ];

    private static int? DaysLate(JsonFields act) => act.Whole("dayOverdue") switch
    {
        null => null,
        <= 0 => 0,    // ahead of time
        <= 100_000 and var days => (int)days,
        _ => act.Refuse<int?>("dayOverdue", "is out of range"),
    };
}
