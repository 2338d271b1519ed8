using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Bot.Triage;
using Xunit;

namespace Bot.Tests.Triage;

/// <summary>A cleaned picture holds its image and nothing that was known about it; what is not understood is not shown.</summary>
[Trait("Catalogue", "S5")]
public sealed class CleanPictureTests
{
    private const string Canary = "Айгүл-CANARY";

    /// <summary>All that exiftool may find: what the file system and the image itself say, and which side is up.</summary>
    private static readonly string[] Harmless = ["SourceFile", "ExifTool", "System", "File", "JFIF", "PNG", "Composite", "IFD0:Orientation"];

    [Theory]
    [InlineData(0xE1, "Exif\0\0MM\0*\0\0\0\b"), InlineData(0xE1, "http://ns.adobe.com/xap/1.0/\0"), InlineData(0xE0, "JFXX\0"), InlineData(0xE2, "MPF\0")]
    [InlineData(0xEB, "JP"), InlineData(0xED, "Photoshop 3.0\0"), InlineData(0xEE, "Adobe_CM\0"), InlineData(0xFE, "")]
    public void Nothing_of_a_segment_that_is_not_the_picture_is_left(byte marker, string beginning)
    {
        var file = Pictures.With(Pictures.Jpeg, marker, [.. Encoding.Latin1.GetBytes(beginning), .. Encoding.UTF8.GetBytes(Canary)]);

        var clean = CleanPicture.Of([.. file, .. Encoding.UTF8.GetBytes(Canary), .. Pictures.Jpeg])!;    // and a second picture behind its end
        Assert.Equal(CleanPicture.Of(Pictures.Jpeg)!.Content, clean.Content);
        Assert.False(Holds(clean.Content, Canary) || Holds(clean.Content, "Google") || Holds(clean.Content, "Айгүл"));    // Google stands in the colour profile
        Assert.Equal(("image/jpeg", 24, 16), (clean.ContentType, clean.Width, clean.Height));
    }

    [Theory, InlineData("tEXt"), InlineData("iTXt"), InlineData("zTXt"), InlineData("eXIf"), InlineData("iCCP"), InlineData("tIME"), InlineData("acTL"), InlineData("vpAg")]
    public void Nothing_of_a_chunk_that_is_not_the_picture_is_left(string name)
    {
        var file = WithChunk(name, Encoding.UTF8.GetBytes(Canary));

        var clean = CleanPicture.Of([.. file, .. Encoding.UTF8.GetBytes(Canary)])!;
        Assert.Equal(CleanPicture.Of(Pictures.Png)!.Content, clean.Content);
        Assert.False(Holds(clean.Content, Canary));
        Assert.Equal(("image/png", 24, 16), (clean.ContentType, clean.Width, clean.Height));
    }

    [Fact]
    public void The_image_itself_is_the_same_to_the_byte()
    {
        var scan = Pictures.Jpeg.AsSpan(Pictures.Jpeg.AsSpan().LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA]));
        Assert.True(CleanPicture.Of(Pictures.Jpeg)!.Content.AsSpan().EndsWith(scan));
        Assert.Equal(Pictures.Png, CleanPicture.Of(Pictures.Png)!.Content);    // Chromium's has no chunk too many
    }

    [Fact]
    public void Which_side_is_up_stays_and_where_it_was_does_not()
    {
        var clean = CleanPicture.Of(Pictures.Upright)!;
        var straight = CleanPicture.Of(Pictures.Jpeg)!;

        Assert.Equal(straight.Content.Length + 36, clean.Content.Length);
        Assert.Equal(6, clean.Content.AsSpan()[clean.Content.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xE1])..][29]);
    }

    [Fact]
    public void What_is_not_understood_to_its_end_is_not_shown()
    {
        Assert.Null(CleanPicture.Of([]));
        Assert.Null(CleanPicture.Of([1, 2, 3]));
        Assert.Null(CleanPicture.Of(WithChunk("CgBI", [1, 2, 3])));    // a part without which the picture is another
        Assert.Null(CleanPicture.Of([.. Encoding.ASCII.GetBytes("RIFF\0\0\0\0WEBPVP8 ")]));
        Assert.All(Enumerable.Range(0, Pictures.Jpeg.Length), length => Assert.Null(CleanPicture.Of(Pictures.Jpeg[..length])));
        Assert.All(Enumerable.Range(0, Pictures.Png.Length), length => Assert.Null(CleanPicture.Of(Pictures.Png[..length])));
    }

    [Fact]
    public void No_bytes_however_broken_bring_it_down()
    {
        var dice = new Random(20261122);
        for (var round = 0; round < 20_000; round++)
        {
            var file = round % 3 == 0 ? Pictures.Upright : round % 3 == 1 ? Pictures.Jpeg : Pictures.Png;
            for (var times = dice.Next(1, 4); times > 0; times--)
                file[dice.Next(file.Length)] = (byte)dice.Next(256);
            Assert.True(CleanPicture.Of(file) is null or { Width: > 0, Height: > 0 });
        }
    }

    [ExifToolFact]
    public async Task A_program_that_reads_every_camera_finds_nothing_in_a_cleaned_picture()
    {
        foreach (var (name, content) in new[] { ("a.jpg", Pictures.Jpeg), ("a.png", Pictures.Png), ("b.jpg", Pictures.Upright) })
        {
            var folder = Directory.CreateTempSubdirectory("bot-picture-");
            var file = Path.Combine(folder.FullName, name);
            await File.WriteAllBytesAsync(file, content);
            await Tool("-overwrite_original", "-GPSLatitude=43.25", "-GPSLatitudeRef=N", "-Artist=" + Canary, "-Make=Telephone", "-DateTimeOriginal=2026:03:02 09:00:00",
                "-XMP:Creator=" + Canary, "-IPTC:By-line=" + Canary, "-Comment=" + Canary, "-SerialNumber=123456", $"-ThumbnailImage<={file}", file);
            Assert.Contains(await Found(file), tag => tag.EndsWith(":GPSLatitude", StringComparison.Ordinal));

            await File.WriteAllBytesAsync(file, CleanPicture.Of(await File.ReadAllBytesAsync(file))!.Content);
            Assert.Empty((await Found(file)).Where(tag => !Harmless.Contains(tag) && !Harmless.Contains(tag.Split(':')[0])));
            Assert.DoesNotContain("Warning", string.Join(' ', await Found(file)), StringComparison.Ordinal);
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The names of all that exiftool finds, unknown and doubled ones too, each behind its group.</summary>
    private static async Task<List<string>> Found(string file)
    {
        using var told = JsonDocument.Parse(await Tool("-json", "-G1", "-a", "-u", "-ee", file));
        return [.. told.RootElement[0].EnumerateObject().Select(tag => tag.Name)];
    }

    private static async Task<string> Tool(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("exiftool", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var complaints = process.StandardError.ReadToEndAsync();
        var answer = await process.StandardOutput.ReadToEndAsync();
        await complaints;
        await process.WaitForExitAsync();
        return answer;
    }

    private static bool Holds(byte[] content, string text) => content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;

    /// <summary>The PNG with one more chunk behind its head; nobody looks at the checksum of what is left out.</summary>
    private static byte[] WithChunk(string name, byte[] body)
    {
        const int Head = 8 + 12 + 13;
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, body.Length);
        return [.. Pictures.Png[..Head], .. length, .. Encoding.ASCII.GetBytes(name), .. body, 0, 0, 0, 0, .. Pictures.Png[Head..]];
    }
}
