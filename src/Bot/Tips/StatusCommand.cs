using Bot.Conversation;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Tips;

/// <summary>"/status": how far each of the person's tips is; a receipt typed on any channel says the same of that tip.</summary>
public sealed class StatusCommand(BotDb db, TipWords words, Seal seal) : ICommand
{
    private const int Most = 5;    // tips told at once; older ones by their receipt
    private const int MissesAllowed = 5;
    private static readonly TimeSpan MissesForgotten = TimeSpan.FromHours(1);

    public string Name => "status";

    public bool IsMeantBy(string text) => Receipt.In(text) is not null;

    public async ValueTask<Next> Run(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (Receipt.In(argument) is { } receipt)
            return await ByReceipt(turn, receipt, cancellationToken);
        var tips = await db.Tips.Where(tip => tip.PersonId == turn.Person.Id).OrderByDescending(tip => tip.FiledAt).Take(Most).ToListAsync(cancellationToken);
        return tips.Count == 0
            ? Next.Aside(Say.Line("tips.no_tips"))
            : Next.Aside(tips.Select(words.Status));
    }

    private async Task<Next> ByReceipt(Turn turn, Receipt receipt, CancellationToken cancellationToken)
    {
        var person = turn.Person;
        if (person.MissesSince is { } since && turn.Now - since > MissesForgotten)
            (person.Misses, person.MissesSince) = (0, null);
        if (person.Misses >= MissesAllowed)
            return Next.Aside(Say.Line("tips.too_many_receipts"));

        var hash = receipt.Hash(seal);
        if (await db.Tips.SingleOrDefaultAsync(tip => tip.ReceiptHash == hash, cancellationToken) is { } tip)
            return Next.Aside(words.Status(tip));
        (person.Misses, person.MissesSince) = (person.Misses + 1, person.MissesSince ?? turn.Now);
        return Next.Aside(Say.Line("tips.wrong_receipt"));
    }
}
