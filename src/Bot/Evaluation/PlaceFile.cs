using Bot.Lots;
using Procurement;

namespace Bot.Evaluation;

/// <summary>Reads the classifier of territories: the bundled one, or a table of one's own.</summary>
internal static class PlaceFile
{
    private const string Bundled = "places-2025.jsonl.gz";

    /// <summary>
    /// A table of comma-separated values under a header with the columns kato (or code), name_ru and name_kk (or name_kz); without a file,
    /// the places that come with the program.
    /// </summary>
    public static async Task<IReadOnlyList<Place>> Read(FileInfo? file, CancellationToken cancellationToken) =>
        file is null ? await FromSample(cancellationToken) : FromTable(file);

    private static async Task<IReadOnlyList<Place>> FromSample(CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(Path.Combine(SampleLoading.Folder, Bundled));
        List<Place> places = [];
        await foreach (var reading in RegisterFile.Read(stream, cancellationToken))
            if (reading.Record is Place place)
                places.Add(place);
        return places;
    }

    private static List<Place> FromTable(FileInfo file)
    {
        if (!file.Exists)
            throw new BadFileException($"There is no file {file}.");
        List<Place> places = [];
        var (code, ru, kk, number) = (-1, -1, -1, 0);
        foreach (var line in File.ReadLines(file.FullName))
        {
            var cells = Cells(line);
            if (++number == 1)
                (code, ru, kk) = (Column(cells, "kato", "code"), Column(cells, "name_ru", "name_ru"), Column(cells, "name_kk", "name_kz"));
            if (code < 0 || ru < 0 || kk < 0)
                throw new BadFileException($"{file}, line 1: a table of places needs the columns kato, name_ru and name_kk.");
            if (number == 1 || line.Length == 0)
                continue;
            var isWhole = cells.Count > Math.Max(code, Math.Max(ru, kk)) && cells[code].Length == 9 && cells[code].All(char.IsAsciiDigit);
            if (!isWhole)
                throw new BadFileException($"{file}, line {number}: a place needs a code of nine digits and its names.");
            places.Add(new Place { Code = cells[code], Name = new Bilingual(cells[ru], cells[kk]), ParentCode = ParentOf(cells[code]) });
        }

        return places;
    }

    private static int Column(List<string> header, string name, string otherwise) =>
        header.FindIndex(cell => cell.Trim('\uFEFF') is var column && (column == name || column == otherwise));

    /// <summary>The code one level up: its last digits that are not zero made zero.</summary>
    private static string? ParentOf(string code) => code switch
    {
        _ when code[6..] != "000" => code[..6] + "000",
        _ when code[4..6] != "00" => code[..4] + "00000",
        _ when code[2..4] != "00" => code[..2] + "0000000",
        _ => null,
    };

    /// <summary>Cells of a line; one in quotes may hold commas, and quotes twice.</summary>
    private static List<string> Cells(string line)
    {
        List<string> cells = [];
        var (cell, isQuoted) = (new System.Text.StringBuilder(), false);
        for (var at = 0; at < line.Length; at++)
        {
            var isTwice = isQuoted && line[at] == '"' && at + 1 < line.Length && line[at + 1] == '"';
            if (line[at] == '"' && !isTwice)
                isQuoted = !isQuoted;
            else if (line[at] == ',' && !isQuoted)
                Close();
            else
                cell.Append(line[isTwice ? at++ : at]);
        }

        Close();
        return cells;

        void Close()
        {
            cells.Add(cell.ToString().Trim());
            cell.Clear();
        }
    }
}
