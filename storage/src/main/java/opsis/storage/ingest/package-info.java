/**
 * Readers that turn source files (X API v2 JSON lines, CSV, TSV, each gzipped or not) into posts. What is wrong with a
 * record is said with its line and the mend, and the rest goes in.
 *
 * <pre>{@code
 * Ingest ingest = new Ingest(store, new IngestSettings("ogtd:", "x"));
 * IngestResult result = ingest.ingest(Path.of("train.tsv"), ProgressListener.NONE);
 * result.bad().forEach(bad -> log.warn("{}:{}: {}; {}", bad.source(), bad.line(), bad.what(), bad.mend()));
 * }</pre>
 */
package opsis.storage.ingest;
