package opsis.app.night;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;

/** What Quartz runs: one night at a time. */
@DisallowConcurrentExecution
final class NightJob implements Job {

    /** The night's work. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    private final Work work;

    NightJob(Work work) {
        this.work = work;
    }

    @Override
    public void execute(JobExecutionContext context) throws JobExecutionException {
        try {
            work.run();
        } catch (Exception e) {
            // Not refired at once: a cause such as a missing browser would only repeat; the next night tries again.
            throw new JobExecutionException(e.getMessage(), e, false);
        }
    }
}
