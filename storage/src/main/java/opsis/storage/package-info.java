/**
 * Posts, captures with every attempt, predictions, explanations, runs and content-addressed blobs of a workspace.
 * Each write is one transaction and durable when the method returns.
 *
 * <pre>{@code
 * try (Store store = Store.openFolder(Path.of("opsis-data"), Clock.systemUTC())) {
 *     new Ingest(store, IngestSettings.defaults()).ingest(Path.of("posts.csv"), ProgressListener.NONE);
 *     for (Post post : store.captures().due("card", Instant.now(), 100)) { … store.captures().record(attempt); }
 *     for (Post post : store.predictions().unclassified("starter", true, 32)) { … }
 * }
 * }</pre>
 */
package opsis.storage;
