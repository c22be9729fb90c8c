/**
 * The settings of a workspace: {@code opsis.yaml} over the defaults, environment variables over both.
 *
 * <pre>{@code
 * Settings settings = SettingsLoader.fromEnvironment(System.getenv()).load(workspace.resolve("opsis.yaml"));
 * int browsers = settings.capture().workers();
 * }</pre>
 */
package opsis.app.settings;
