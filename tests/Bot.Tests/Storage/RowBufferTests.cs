using System.Text;
using Bot.Storage;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Bot.Tests.Storage;

/// <summary>Whatever is put into rows comes out of them, in any order of rows and however often the buffer is used again.</summary>
public sealed class RowBufferTests
{
    [Fact]
    public void Rows_come_out_as_they_went_in() => Prop.ForAll<Tuple<long, bool, string>[], int>((values, width) =>
    {
        var buffer = new RowBuffer();
        buffer.Begin().Text("left over").Number(7);
        buffer.Clear();
        var rows = values.Chunk((Math.Abs(width % 5)) + 1).ToList();
        foreach (var row in rows)
            Put(buffer.Begin(), row);

        return buffer.Count == rows.Count && Enumerable.Range(0, rows.Count).Reverse().All(row => Holds(buffer, row, rows[row]));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Moments_are_milliseconds_and_bytes_stay_bytes()
    {
        var buffer = new RowBuffer();
        buffer.Begin().Moment(DateTimeOffset.UnixEpoch.AddMilliseconds(1234)).Moment(null).Text("ЗЦП"u8).Text(new string('я', 100_000));

        var values = buffer.Row(0);
        values.Next();
        Assert.Equal(1234, values.Number);
        values.Next();
        Assert.Equal((null, false), (values.Number, values.IsText));
        values.Next();
        Assert.Equal("ЗЦП", Encoding.UTF8.GetString(values.Text));
        values.Next();
        Assert.Equal(200_000, values.Memory.Length);
    }

    private static void Put(RowBuffer row, Tuple<long, bool, string>[] values)
    {
        foreach (var (number, isNumber, text) in values)
            _ = isNumber ? row.Number(text is null ? null : number) : row.Text(text);
    }

    private static bool Holds(RowBuffer buffer, int row, Tuple<long, bool, string>[] expected)
    {
        var values = buffer.Row(row);
        foreach (var (number, isNumber, text) in expected)
        {
            values.Next();
            var isText = !isNumber && text is not null;
            if (values.IsText != isText || values.Number != (isNumber && text is not null ? number : (long?)null)
                || (isText && !values.Text.SequenceEqual(Encoding.UTF8.GetBytes(text!))))
                return false;
        }

        return true;
    }
}
