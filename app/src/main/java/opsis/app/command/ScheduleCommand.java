package opsis.app.command;

import java.time.Duration;
import java.time.Instant;
import opsis.app.night.Night;
import opsis.app.night.NightResult;
import opsis.app.night.Schedule;
import opsis.app.terminal.ExitStatus;
import opsis.app.terminal.Terminal;
import opsis.app.workspace.Workspace;
import picocli.CommandLine.Command;

@Command(name = "schedule", description = "Keeps running and starts the night by the cron of opsis.yaml.",
        footer = {"", "One night runs at a time. Stop it with Ctrl-C or SIGTERM: what is under way is stored first.", "",
            "Example:", "  OPSIS_NIGHTLY_CRON='0 0 3 * * ?' opsis schedule"})
final class ScheduleCommand extends BaseCommand {

    ScheduleCommand(Environment environment) {
        super(environment);
    }

    @Override
    ExitStatus run() {
        Terminal terminal = terminal();
        try (Workspace workspace = openWorkspace();
                Schedule schedule = Schedule.start(workspace.settings(), workspace.store().dataSource(),
                        workspace.settings().database().url().startsWith("jdbc:postgresql:"),
                        () -> night(workspace, terminal))) {
            if (Night.unfinished(workspace.store()).isPresent()) {
                terminal.say("A night was cut off; it goes on now.");
                schedule.runNow();
            }
            terminal.say("The next night begins at " + at(schedule.next(), workspace) + ". Ctrl-C ends the schedule.");
            while (!environment().interruption().requested()) {
                environment().interruption().sleep(Duration.ofHours(1));
            }
        }
        return ExitStatus.DONE;
    }

    private void night(Workspace workspace, Terminal terminal) throws Exception {
        try {
            runNight(workspace, terminal);
        } catch (Exception e) {
            // Quartz keeps a failed job to itself; the operator must read of it.
            terminal.warn("The night failed: " + e.getMessage());
            throw e;
        }
    }

    private void runNight(Workspace workspace, Terminal terminal) throws Exception {
        NightResult result = NightlyCommand.night(workspace, Integer.MAX_VALUE, environment(), terminal).run();
        result.numbers().problems().forEach(terminal::warn);
        terminal.result(result.numbers(), () -> result.words(workspace.settings(), environment().interactive()));
    }

    private static String at(Instant next, Workspace workspace) {
        return next == null ? "no time: the cron lies in the past"
                : next.atZone(workspace.settings().timeZone()).toLocalDateTime() + " "
                        + workspace.settings().timeZone();
    }
}
