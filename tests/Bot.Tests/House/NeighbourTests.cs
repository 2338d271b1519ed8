using System.Text.RegularExpressions;
using Xunit;

namespace Bot.Tests.House;

/// <summary>Which room of src/Bot may look into which. The table is the architecture; the test only reads it.</summary>
public sealed class NeighbourTests
{
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Storage"] = [],
        ["Conversation"] = ["Storage"],
        ["Lots"] = ["Conversation", "Storage"],
        ["Feeds"] = ["Conversation", "Storage", "Lots"],
        ["Signs"] = ["Conversation", "Storage", "Lots"],
        ["Tips"] = ["Conversation", "Storage", "Lots", "Feeds", "Signs"],    // a cited number is asked of the portal
        ["Alerts"] = ["Conversation", "Storage", "Lots", "Signs"],
        ["Triage"] = ["Conversation", "Storage", "Tips", "Lots", "Signs"],
        ["Channels"] = ["Conversation", "Storage"],
        ["Evaluation"] = ["Lots"],
        ["Operations"] = ["Conversation", "Storage", "Channels", "Lots", "Feeds", "Tips", "Signs"],    // it opens, cleans and looks after all of them
    };

    private static readonly Dictionary<string, string[]> LibrariesMayUse = new()
    {
        ["Language"] = [],
        ["Procurement"] = ["Language"],
        ["Matching"] = ["Procurement", "Language"],
        ["Risk"] = ["Procurement"],
    };

    [Fact]
    public void Rooms_use_only_their_neighbours() =>
        Assert.Empty(Uses().Where(use => !MayUse[use.Room].Contains(use.Other)).Select(use => $"{use.File} uses {use.Other}"));

    [Fact]
    public void Every_door_in_the_table_is_used() =>    // a rule nobody meets is a rule nobody checks
        Assert.Empty(MayUse.SelectMany(room => room.Value.Select(other => (room.Key, other)))
            .Except(Uses().Select(use => (use.Room, use.Other)))
            .Select(door => $"{door.Item1} never uses {door.Item2}: take it out of the table"));

    [Fact]
    public void Libraries_know_no_database_no_web_no_chat_and_only_each_other()
    {
        foreach (var (name, allowed) in LibrariesMayUse)
        {
            var project = File.ReadAllText(Path.Combine(Repository.Root, $"src/{name}/{name}.csproj"));

            Assert.DoesNotContain("PackageReference", project, StringComparison.Ordinal);
            Assert.DoesNotContain("FrameworkReference", project, StringComparison.Ordinal);
            Assert.Equal(allowed.Order(), Regex.Matches(project, @"\.\./(\w+)/").Select(match => match.Groups[1].Value).Order());
        }
    }

    private static IEnumerable<(string File, string Room, string Other)> Uses() =>
        from file in Sources.Files("src/Bot")
        let parts = Path.GetRelativePath(Path.Combine(Repository.Root, "src/Bot"), file).Split(Path.DirectorySeparatorChar)
        where parts.Length > 1 && MayUse.ContainsKey(parts[0])
        from Match use in Regex.Matches(Sources.WithoutComments(File.ReadAllText(file)), Mention)
        let other = use.Groups[1].Value
        where other != parts[0] && MayUse.ContainsKey(other)
        select (string.Join('/', parts), parts[0], other);

    /// <summary>"using Bot.Tips;" and "Bot.Tips.Tip", but not a member such as "db.Tips".</summary>
    private static readonly string Mention = $@"(?<![\w.])Bot\.({string.Join('|', MayUse.Keys)})(?=[.;])";
}
