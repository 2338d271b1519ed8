namespace Risk;

/// <summary>Pages of the portal that anybody can open without signing in.</summary>
public static class Links
{
    public static string? Announcement(long? id) => id is > 0 ? $"https://goszakup.gov.kz/ru/announce/index/{id}" : null;

    public static string Contract(long id) => $"https://goszakup.gov.kz/ru/egzcontract/cpublic/show/{id}";
}
