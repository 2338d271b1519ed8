using System.Net;
using Bot.Channels.WhatsApp;
using Xunit;

namespace Bot.Tests.Channels.WhatsApp;

/// <summary>What people send is fetched from Twilio alone, and taken away there once it is kept here.</summary>
public sealed class MediaTests
{
    [Fact]
    public async Task A_photo_is_fetched_by_way_of_the_redirect_with_the_password_only_once()
    {
        await using var stage = await WhatsAppStage.Set();
        byte[] photo = [1, 2, 3, 4];
        stage.Person.SendsPhoto(photo, caption: "жөндеу");
        var hook = await stage.Twilio.WaitFor(fake => fake.Webhooks.FirstOrDefault(hook => hook["MediaUrl0"] is not null));

        Assert.Equal(photo, await stage.The<Media>().Fetch(hook["MediaUrl0"]!, default));

        var calls = stage.Twilio.Calls.Where(call => call.Operation is "media" or "file").ToList();
        Assert.Equal([("media", 307), ("file", 200)], calls.Select(call => (call.Operation, call.Status)));
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://127.0.0.1:1/x")]
    [InlineData("http://localhost/x")]
    [InlineData("https://evil.example/2010-04-01/Accounts/AC/Messages")]
    [InlineData("https://api.twilio.com.evil.example/x")]
    [InlineData("https://eviltwilio.com/x")]
    [InlineData("http://api.twilio.com/x")]
    [InlineData("https://api.twilio.com:8443/x")]
    [InlineData("https://api.twilio.com@evil.example/x")]
    [InlineData("https://user:word@api.twilio.com/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("")]
    [Trait("Catalogue", "S3")]
    public async Task S3_Nobody_but_Twilio_is_asked(string url)
    {
        using var asked = new Asked(_ => new HttpResponseMessage(HttpStatusCode.OK));
        Assert.Null(await asked.Media.Fetch(url, default));
        Assert.Empty(asked.Requests);
    }

    [Theory]
    [InlineData("http://169.254.169.254/", false)]
    [InlineData("https://10.0.0.1/", false)]
    [InlineData("https://evil.example/", false)]
    [InlineData("https://mms.twiliocdn.com/a/b", true)]
    [InlineData("https://s3-external-1.amazonaws.com/media.twiliocdn.com/a", true)]
    [InlineData("/moved", true)]
    [Trait("Catalogue", "S3")]
    public async Task S3_A_redirect_is_followed_only_to_where_Twilio_keeps_files_and_without_the_password(string to, bool isFollowed)
    {
        using var asked = new Asked(request => request.RequestUri!.AbsolutePath == "/start"
            ? new HttpResponseMessage(HttpStatusCode.TemporaryRedirect) { Headers = { Location = new Uri(to, UriKind.RelativeOrAbsolute) } }
            : Picture(3));
        var bytes = await asked.Media.Fetch("https://api.twilio.com/start", default);

        Assert.Equal(isFollowed, bytes is not null);
        Assert.Equal(isFollowed ? [true, false] : [true], asked.Requests.Select(request => request.HasPassword));
    }

    [Theory]
    [InlineData(Media.LargestFile, "image/jpeg", true)]
    [InlineData(Media.LargestFile + 1, "image/jpeg", false)]
    [InlineData(3, "text/html", false)]
    [InlineData(3, "application/x-msdownload", false)]
    [InlineData(3, "application/pdf", true)]
    public async Task A_file_that_is_too_large_or_of_no_use_is_left(int size, string type, bool isKept)
    {
        using var asked = new Asked(_ => Picture(size, type));
        Assert.Equal(isKept ? size : null, (await asked.Media.Fetch("https://api.twilio.com/x", default))?.Length);
    }

    [Fact]
    public async Task An_endless_row_of_redirects_ends()
    {
        using var asked = new Asked(_ => new HttpResponseMessage(HttpStatusCode.Redirect) { Headers = { Location = new Uri("https://api.twilio.com/again") } });
        Assert.Null(await asked.Media.Fetch("https://api.twilio.com/x", default));
        Assert.Equal(4, asked.Requests.Count);
    }

    [Theory]
    [InlineData(404, false)]
    [InlineData(503, true)]
    public async Task What_is_gone_is_gone_and_what_fails_is_asked_again(int status, bool isAskedAgain)
    {
        using var asked = new Asked(_ => new HttpResponseMessage((HttpStatusCode)status));
        var fetch = asked.Media.Fetch("https://api.twilio.com/x", default);
        if (isAskedAgain)
            await Assert.ThrowsAsync<TwilioException>(() => fetch);
        else
            Assert.Null(await fetch);
    }

    private static HttpResponseMessage Picture(int size, string type = "image/jpeg")
    {
        var content = new ByteArrayContent(new byte[size]);
        content.Headers.ContentType = new(type);
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
    }

    /// <summary>Media in front of a network that only notes who is asked.</summary>
    private sealed class Asked : HttpMessageHandler
    {
        private readonly Func<HttpRequestMessage, HttpResponseMessage> answer;
        private readonly HttpClient http;

        public Asked(Func<HttpRequestMessage, HttpResponseMessage> answer)
        {
            this.answer = answer;
            http = new HttpClient(this, disposeHandler: false);
            var settings = new WhatsAppSettings { AccountSid = "AC1", AuthToken = "token" };
            Media = new Media(new TwilioClient(http, settings, TimeProvider.System), settings);
        }

        public Media Media { get; }
        public List<(Uri Url, bool HasPassword)> Requests { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests.Add((request.RequestUri!, request.Headers.Authorization is not null));
            return Task.FromResult(answer(request));
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                http.Dispose();
            base.Dispose(disposing);
        }
    }
}
