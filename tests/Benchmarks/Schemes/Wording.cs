using System.Globalization;

namespace Benchmarks.Schemes;

/// <summary>The buyers' own words for what they buy.</summary>
internal static class Wording
{
    private static readonly string[] Purposes =
        ["для нужд учреждения", "для административного корпуса", "для учебного процесса", "на первый квартал", "на второй квартал",
        "на третий квартал", "на четвертый квартал", "согласно заявке отдела", "для хозяйственных нужд", "для филиала"];

    private static readonly string[] Streets =
        ["Абая", "Сатпаева", "Достык", "Жибек жолы", "Ауэзова", "Мира", "Тауелсиздик", "Желтоксан", "Момышулы", "Сейфуллина", "Гагарина"];

    public static string Of(Product product, Chance chance) => product.Type switch
    {
        1 when product.Enstru.StartsWith("172314", StringComparison.Ordinal) =>
            $"Бумага А4, 500 листов, {chance.Of(Purposes)}, кабинет {chance.From(1, 60)}",
        1 when product.Enstru.StartsWith("212013", StringComparison.Ordinal) =>
            $"Таблетки №20, {chance.Of(Purposes)}, отделение {chance.From(1, 30)}",
        1 => $"{product.Name} {product.Characteristic}, {chance.Of(Purposes)}, заявка {chance.From(1, 400)}",
        2 => $"{product.Name}: {Address(chance)}",
        _ => $"{product.Name}, {chance.Of(Purposes)}, объект {chance.From(1, 400)}",
    };

    public static string Address(Chance chance) => string.Create(CultureInfo.InvariantCulture,
        $"улица {chance.Of(Streets)}, дом {chance.From(1, 240)}, корпус {chance.From(1, 9)}");
}
