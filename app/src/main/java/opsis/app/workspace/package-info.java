/**
 * One folder with everything of one watch: settings, database, pictures, reports.
 *
 * <pre>{@code
 * Path folder = WorkspaceFinder.find(given, currentFolder);
 * try (Workspace workspace = Workspace.open(folder, SettingsLoader.fromEnvironment(env), clock)) {
 *     long posts = workspace.store().posts().count();
 * }
 * }</pre>
 */
package opsis.app.workspace;
