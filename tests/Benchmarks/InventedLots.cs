using System.Text;

namespace Benchmarks;

/// <summary>Portal-shaped lots, many and cheap.</summary>
internal static class InventedLots
{
    public static void Write(string file, int count)
    {
        using var lines = new StreamWriter(file, false, new UTF8Encoding(false), 1 << 20);
        var random = new Random(1);
        for (var id = 1; id <= count; id++)
        {
            var bin = 100140000000 + (random.NextInt64(20000) * 37);
            lines.Write($$"""{"__typename":"Lots","id":{{40_000_000 + id}},"lotNumber":"{{random.Next(70_000_000, 90_000_000)}}-ЗЦП1","trdBuyId":{{16_000_000 + (id / 3)}},"nameRu":"Бумага офисная","nameKz":"Кеңсе қағазы","descriptionRu":"формат А4, плотность 80 г/м2, белизна 146","customerBin":"{{bin}}","customerNameRu":"КГУ «Средняя школа №{{id % 300}}» отдела образования города Атырау Управления образования Атырауской области","amount":{{id * 10L}},"count":10,"refLotStatusId":240,"refBuyTradeMethodsId":3,"plnPointKatoList":["231010000"],"TrdBuy":{"id":{{16_000_000 + (id / 3)}},"nameRu":"Приобретение канцелярских товаров","nameKz":"Кеңсе тауарларын сатып алу","publishDate":"2026-02-23 17:57:42","endDate":"2026-02-25 17:57:45"},"Plans":[{"extraDescRu":"Бумага для принтера, {{id}} листов в пачке, пять пачек в коробке, доставка до склада","price":{{id}},"count":10,"refSubjectTypeId":1,"RefUnits":{"nameRu":"Одна пачка"},"RefEnstru":{"code":"{{random.Next(100000, 999999)}}.{{random.Next(100, 110)}}.000001"} }]}""");
            lines.Write('\n');
        }
    }
}
