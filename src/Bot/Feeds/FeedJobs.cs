using Bot.Storage;
using Procurement;
using Quartz;

namespace Bot.Feeds;

/// <summary>Every ten minutes: lots, announcements, and the bids of those whose results are out.</summary>
[DisallowConcurrentExecution]
public sealed class FreshFeeds(Feeder feeder, Errands errands) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        foreach (var course in Course.Often)
            await feeder.Run(course, null, null, cancellationToken);
        await errands.Run(cancellationToken);
    }
}

/// <summary>Every night: contracts, acts, registers, the journal, plans, reference tables.</summary>
[DisallowConcurrentExecution]
public sealed class NightlyFeeds(Feeder feeder, TimeProvider clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        foreach (var course in Course.Nightly(PortalTime.InAstana(clock.GetUtcNow()).Year))
            await feeder.Run(course, null, null, cancellationToken);
    }
}

/// <summary>The timetable. On PostgreSQL it stands in the database, so that of several nodes one does each job, and another takes over from one that died.</summary>
public static class Timetable
{
    public static void Schedule(IQuartzBuilder quartz, string connection)
    {
        if (Databases.IsPostgres(connection))
        {
            quartz.ConfigureScheduler(scheduler => (scheduler.InstanceName, scheduler.GenerateInstanceId) = ("bot", true));
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(connection);
                store.UseClustering(cluster => cluster.CheckinInterval = TimeSpan.FromSeconds(10));
                store.ProvisionSchema();
            });
        }

        quartz.ScheduleJob<FreshFeeds>(
            trigger => trigger.WithIdentity("fresh", "feeds").WithCronSchedule("0 0/10 * * * ?"),
            job => job.WithIdentity("fresh", "feeds"));
        quartz.ScheduleJob<NightlyFeeds>(
            trigger => trigger.WithIdentity("nightly", "feeds").WithCronSchedule("0 15 20 * * ?"),    // UTC: an hour after midnight in Astana
            job => job.WithIdentity("nightly", "feeds"));
        quartz.ScheduleJob<Alarm>(
            trigger => trigger.WithIdentity("alarm", "feeds").WithCronSchedule("0 5/15 * * * ?"),
            job => job.WithIdentity("alarm", "feeds"));
    }
}
