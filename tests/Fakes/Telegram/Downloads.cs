namespace Fakes.Telegram;

/// <summary>Gives the bytes of a file, as long as its link lives.</summary>
internal sealed class Downloads(World world)
{
    public async Task Give(HttpContext context, string path)
    {
        World.FakeFile? file;
        Fault? fault;
        lock (world.Gate)
        {
            var now = world.Clock.GetUtcNow();
            file = world.Files.Values.FirstOrDefault(file => path == $"{world.Token}/{file.Path}" && now < file.GivenUntil);
            fault = world.TakeFault("download");
        }

        if (fault is not null)
            await Answers.GoWrong(context, fault, file?.Content ?? [], world.Clock);
        else if (file is null)
            await Answers.Write(context, new Refusal(404, "Not Found"));
        else
            await Answers.Write(context, 200, file.Content, "application/octet-stream");
    }
}
