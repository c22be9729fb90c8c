/**
 * What a person or a script sees of a command: progress on standard error, the result on standard output, the status.
 *
 * <pre>{@code
 * try (Progress progress = terminal.progress("capture", 60)) {
 *     progress.step(1);
 * }
 * terminal.result(numbers, () -> "60 posts captured");
 * }</pre>
 */
package opsis.app.terminal;
