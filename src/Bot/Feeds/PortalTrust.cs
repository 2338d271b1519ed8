using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Bot.Feeds;

/// <summary>
/// Trusts what the system trusts, and beside it the certificates of a file: a missing link of the portal's chain, or the root of an
/// office's own proxy. The host's name, the dates and the purpose of a certificate are checked as ever.
/// </summary>
internal sealed class PortalTrust : IDisposable
{
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");

    private readonly X509Certificate2Collection extra = [];

    public PortalTrust(string file) => extra.ImportFromPemFile(file);

    /// <summary>What is wrong with the file, in a sentence; null when it can be used.</summary>
    public static string? WhyNot(string file)
    {
        try
        {
            using var trust = new PortalTrust(file);
            return trust.extra.Count > 0 ? null : $"{file} holds no certificate in PEM (-----BEGIN CERTIFICATE-----).";
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return $"{file} cannot be read.";
        }
        catch (CryptographicException)
        {
            return $"{file} is not a PEM file of certificates.";
        }
    }

    /// <summary>The decision for a TLS connection; only a chain that the system cannot complete gets a second look.</summary>
    public bool Accepts(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors is SslPolicyErrors.None)
            return true;
        if (errors is not SslPolicyErrors.RemoteCertificateChainErrors || certificate is not X509Certificate2 own)
            return false;
        return Builds(own, chain, X509ChainTrustMode.System) || Builds(own, chain, X509ChainTrustMode.CustomRootTrust);
    }

    public void Dispose()
    {
        foreach (var certificate in extra)
            certificate.Dispose();
    }

    private bool Builds(X509Certificate2 own, X509Chain? sent, X509ChainTrustMode trust)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = trust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;    // as the system does by default: lists are often out of reach
        chain.ChainPolicy.ApplicationPolicy.Add(ServerAuthentication);
        chain.ChainPolicy.ExtraStore.AddRange(extra);
        if (sent is not null)
        {
            chain.ChainPolicy.ExtraStore.AddRange(sent.ChainElements.Select(element => element.Certificate).ToArray());
            chain.ChainPolicy.ExtraStore.AddRange(sent.ChainPolicy.ExtraStore);
        }
        if (trust is X509ChainTrustMode.CustomRootTrust)
            chain.ChainPolicy.CustomTrustStore.AddRange(extra);
        return chain.Build(own);
    }
}
