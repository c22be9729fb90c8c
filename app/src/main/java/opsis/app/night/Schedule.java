package opsis.app.night;

import java.sql.Connection;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.TimeZone;
import javax.sql.DataSource;
import opsis.app.settings.Settings;
import opsis.app.terminal.CommandFailure;
import opsis.app.terminal.ExitStatus;
import org.quartz.CronExpression;
import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/**
 * Starts the night by the cron of {@code opsis.yaml}, kept in the workspace's database, so that a night that was missed
 * while the machine slept is known when it wakes.
 */
public final class Schedule implements AutoCloseable {

    private static final JobKey JOB = JobKey.jobKey("night", "opsis");
    private static final TriggerKey TRIGGER = TriggerKey.triggerKey("night", "opsis");

    private final Scheduler scheduler;

    private Schedule(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** The work that a schedule starts. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    /**
     * Starts the schedule.
     *
     * @throws CommandFailure if the cron cannot be understood
     */
    public static Schedule start(Settings settings, DataSource database, boolean postgresql, Work work) {
        CronScheduleBuilder cron = cron(settings);
        try {
            DBConnectionManager.getInstance().addConnectionProvider("opsis", new Pool(database));
            Scheduler scheduler = new StdSchedulerFactory(properties(postgresql)).getScheduler();
            scheduler.setJobFactory((bundle, owner) -> new NightJob(work::run));
            JobDetail job = JobBuilder.newJob(NightJob.class).withIdentity(JOB).storeDurably().build();
            scheduler.addJob(job, true);
            CronTrigger trigger = TriggerBuilder.newTrigger().withIdentity(TRIGGER).forJob(JOB).withSchedule(cron)
                    .build();
            plan(scheduler, trigger);
            scheduler.start();
            return new Schedule(scheduler);
        } catch (SchedulerException e) {
            throw new CommandFailure(ExitStatus.FAILED, "The schedule cannot start: " + e.getMessage());
        }
    }

    /** Keeps a stored trigger whose cron is the same, with the memory of what it missed; else plans afresh. */
    private static void plan(Scheduler scheduler, CronTrigger trigger) throws SchedulerException {
        if (scheduler.getTrigger(TRIGGER) instanceof CronTrigger stored) {
            boolean same = stored.getCronExpression().equals(trigger.getCronExpression())
                    && stored.getTimeZone().equals(trigger.getTimeZone())
                    && stored.getMisfireInstruction() == trigger.getMisfireInstruction();
            if (!same) {
                scheduler.rescheduleJob(TRIGGER, trigger);
            }
        } else {
            scheduler.scheduleJob(trigger);
        }
    }

    private static CronScheduleBuilder cron(Settings settings) {
        String text = settings.nightly().cron();
        try {
            CronExpression expression = new CronExpression(text);
            expression.setTimeZone(TimeZone.getTimeZone(settings.timeZone()));
            CronScheduleBuilder cron = CronScheduleBuilder.cronSchedule(expression);
            return settings.nightly().missed().equals("run") ? cron.withMisfireHandlingInstructionFireAndProceed()
                    : cron.withMisfireHandlingInstructionDoNothing();
        } catch (ParseException e) {
            throw new CommandFailure(ExitStatus.USAGE, "The setting nightly.cron, «" + text
                    + "», is no Quartz cron: " + e.getMessage() + ". Half past two each night is «0 30 2 * * ?».");
        }
    }

    private static Properties properties(boolean postgresql) {
        Properties properties = new Properties();
        properties.put("org.quartz.scheduler.instanceName", "opsis");
        properties.put("org.quartz.scheduler.skipUpdateCheck", "true");
        properties.put("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        properties.put("org.quartz.threadPool.threadCount", "1");
        properties.put("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
        properties.put("org.quartz.jobStore.driverDelegateClass", postgresql
                ? "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate" : "org.quartz.impl.jdbcjobstore.StdJDBCDelegate");
        properties.put("org.quartz.jobStore.dataSource", "opsis");
        properties.put("org.quartz.jobStore.misfireThreshold", "60000");
        return properties;
    }

    /** Starts a night beside the cron's; if one is under way, it begins after that. */
    public void runNow() {
        try {
            scheduler.triggerJob(JOB);
        } catch (SchedulerException e) {
            throw new IllegalStateException("The night cannot be started", e);
        }
    }

    /** Returns when the next night begins; null if the cron has no further time. */
    public Instant next() {
        try {
            Date next = scheduler.getTrigger(TRIGGER).getNextFireTime();
            return next == null ? null : next.toInstant();
        } catch (SchedulerException e) {
            throw new IllegalStateException("The schedule cannot be read", e);
        }
    }

    /** Stops the schedule when the night under way, which looks at the interruption, has stored what it did. */
    @Override
    public void close() {
        try {
            scheduler.shutdown(true);
        } catch (SchedulerException e) {
            throw new IllegalStateException("The schedule cannot be stopped", e);
        }
    }

    /** Gives Quartz the store's own connections. */
    private record Pool(DataSource database) implements ConnectionProvider {
        @Override
        public Connection getConnection() throws SQLException {
            return database.getConnection();
        }

        @Override
        public void shutdown() {
            // The store owns the pool.
        }

        @Override
        public void initialize() {
            // The store has opened it.
        }
    }
}
