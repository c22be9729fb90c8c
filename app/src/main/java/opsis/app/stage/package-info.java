/**
 * The stages of a night: each reads the rows that lack its result and writes that result, so that it can be stopped at
 * any instant and run again with nothing lost and nothing done twice.
 *
 * <pre>{@code
 * CaptureNumbers numbers = new CaptureStage(workspace.store(), terminal, clock, interruption, random).run(order);
 * }</pre>
 */
package opsis.app.stage;
