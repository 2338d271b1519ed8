namespace Fakes.Invented;

/// <summary>The monthly calculation index of a year's beginning, in tenge: limits of the law count in it.</summary>
internal static class Mci
{
    public static decimal Of(int year) => year switch
    {
        <= 2019 => 2525,
        2020 => 2651,
        2021 => 2917,
        2022 => 3063,
        2023 => 3450,
        2024 => 3692,
        2025 => 3932,
        _ => 4325,
    };
}

/// <summary>Grounds of direct purchases: ids of the table RefJustification.</summary>
internal static class Grounds
{
    public const int None = 0, Monopoly = 19, SmallVolume = 42;

    public static readonly (int Id, string Ru, string Kz)[] All =
    [
        (Monopoly, "Приобретение услуг, относящихся к сферам естественных монополий",
            "Табиғи монополиялар салаларына жататын көрсетілетін қызметтерді сатып алу"),
        (SmallVolume, "Однородные товары, работы, услуги: годовой объем не превышает стократного размера месячного показателя (работ и услуг – пятисоткратного размера)",
            "Біртекті тауарлардың жылдық көлемі айлық көрсеткіштің жүз еселенген мөлшерінен (жұмыс пен қызмет – бес жүз) аспайды"),
    ];
}
