namespace Fakes.Twilio;

/// <summary>Fetches the file of an outgoing message, as Twilio does before it sends it on.</summary>
internal sealed class MediaFetch : IDisposable
{
    private const int Largest = 16 * 1024 * 1024, LargestImage = 5 * 1024 * 1024;
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(15) };

    /// <summary>False: no such file, too large, or not there in time (63019).</summary>
    public async Task<bool> IsThere(string url, CancellationToken stopped)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(url), stopped);
            var bytes = await answer.Content.ReadAsByteArrayAsync(stopped);
            var isImage = answer.Content.Headers.ContentType?.MediaType?.StartsWith("image/", StringComparison.Ordinal) == true;
            return answer.IsSuccessStatusCode && bytes.Length <= (isImage ? LargestImage : Largest);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    public void Dispose() => http.Dispose();
}
