/**
 * The night: the stages in order, their report, and the schedule that starts them.
 *
 * <pre>{@code
 * NightNumbers numbers = new Night(workspace, parts, terminal, clock, interruption).run();
 * Path report = numbers.report();
 * }</pre>
 */
package opsis.app.night;
