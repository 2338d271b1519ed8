using System.ComponentModel.DataAnnotations;

namespace Bot.Channels.Web;

/// <summary>Where the pages are and how much they take at once (section "Web"); each default says why it is what it is.</summary>
public sealed record WebSettings
{
    public const string Section = "Web";

    /// <summary>Only this machine by default: a proxy with a certificate stands before the service when it is public.</summary>
    [Required, Url]
    public string Url { get; init; } = "http://127.0.0.1:8080";

    /// <summary>The address that people type, when a proxy stands before the service: links are made of it.</summary>
    [Url]
    public string? PublicUrl { get; init; }

    /// <summary>Where "leave quickly" leads: an everyday page that says nothing about the one left behind.</summary>
    [Required, Url]
    public string LeaveTo { get; init; } = "https://www.wikipedia.org/";

    /// <summary>A hundred thousand characters: some fifty printed pages, enough for a contract pasted whole.</summary>
    [Range(1_000, 1_000_000)]
    public int TextCharacters { get; init; } = 100 * 1024;

    /// <summary>What the strictest of the channels takes, so that a file is never too large for one and fine for another.</summary>
    [Range(1, 200)]
    public int FileMegabytes { get; init; } = 20;

    /// <summary>As many pictures as the messengers put into one album.</summary>
    [Range(1, 100)]
    public int Files { get; init; } = 10;

    /// <summary>Three of the largest files or ten ordinary photographs: a message is held in memory until it is sealed.</summary>
    [Range(1, 1_000)]
    public int MessageMegabytes { get; init; } = 60;

    /// <summary>Messages with files that are read at the same time: bounds the memory; the page of the next one tries again.</summary>
    [Range(1, 100)]
    public int UploadsAtOnce { get; init; } = 4;

    /// <summary>A person who sends a thought a second for half a minute is still heard; a script is slowed down.</summary>
    [Range(1, 10_000)]
    public int MessagesPerMinute { get; init; } = 30;

    /// <summary>Shorter than the half minute after which mobile networks and proxies forget a silent connection.</summary>
    [Range(1, 120)]
    public int HeartbeatSeconds { get; init; } = 15;
}
