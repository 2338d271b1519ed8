using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Bot.Feeds;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Bot.Tests.Feeds;

/// <summary>A server whose chain is incomplete: trusted with the file that completes it, and never otherwise.</summary>
public sealed class PortalTrustTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bot-trust-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("localhost", true, true)]
    [InlineData("localhost", false, false)]          // the bundle is what makes it trusted
    [InlineData("elsewhere.test", true, false)]      // another host's certificate stays another host's
    public async Task A_chain_is_completed_by_the_bundle_and_nothing_else_is_let_through(string name, bool hasBundle, bool isTrusted)
    {
        using var root = Issued("CN=Test root", null, isAuthority: true);
        using var middle = Issued("CN=Test intermediate", root, isAuthority: true);
        using var leaf = Issued($"CN={name}", middle, isAuthority: false, name);
        await using var server = await Server(leaf);    // it sends its own certificate without the intermediate
        var bundle = Path.Combine(folder, "bundle.pem");
        await File.WriteAllTextAsync(bundle, middle.ExportCertificatePem() + "\n" + root.ExportCertificatePem() + "\n");
        var host = new Uri($"https://localhost:{new Uri(server.Urls.First()).Port}");
        using var connection = new PortalConnection(host, null, new PortalSettings { CaBundle = hasBundle ? bundle : "" }, TimeProvider.System);

        if (isTrusted)
            Assert.Equal("hello", await connection.Http.GetStringAsync(host));
        else
            Assert.Equal(HttpRequestError.SecureConnectionError,
                (await Assert.ThrowsAsync<HttpRequestException>(() => connection.Http.GetStringAsync(host))).HttpRequestError);
    }

    [Fact]
    public async Task A_certificate_of_the_past_is_not_trusted_by_any_bundle()
    {
        using var root = Issued("CN=Test root", null, isAuthority: true);
        using var leaf = Issued("CN=localhost", root, isAuthority: false, "localhost", DateTimeOffset.UtcNow.AddDays(-2));
        await using var server = await Server(leaf);
        var bundle = Path.Combine(folder, "bundle.pem");
        await File.WriteAllTextAsync(bundle, root.ExportCertificatePem());
        var host = new Uri($"https://localhost:{new Uri(server.Urls.First()).Port}");
        using var connection = new PortalConnection(host, null, new PortalSettings { CaBundle = bundle }, TimeProvider.System);

        await Assert.ThrowsAsync<HttpRequestException>(() => connection.Http.GetStringAsync(host));
    }

    private static async Task<WebApplication> Server(X509Certificate2 certificate)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        var app = builder.Build();
        app.Run(context => context.Response.WriteAsync("hello"));
        await app.StartAsync();
        return app;
    }

    private static X509Certificate2 Issued(
        string subject, X509Certificate2? issuer, bool isAuthority, string? host = null, DateTimeOffset? until = null)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, true));
        if (host is not null)
        {
            var names = new SubjectAlternativeNameBuilder();
            names.AddDnsName(host);
            request.CertificateExtensions.Add(names.Build());
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        }
        var to = until ?? DateTimeOffset.UtcNow.AddDays(issuer is null ? 30 : isAuthority ? 20 : 10);
        using var bare = issuer is null
            ? request.CreateSelfSigned(to.AddDays(-60), to)
            : request.Create(issuer, DateTimeOffset.UtcNow.AddDays(-5), to, RandomNumberGenerator.GetBytes(8));
        using var whole = bare.HasPrivateKey ? bare : bare.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pfx), null);
    }
}
