/**
 * Model folders: model.safetensors, config.json, vocab.txt, card.json, card.md.
 * <pre>{@code
 * Checkpoint checkpoint = Checkpoint.open(Path.of("models/starter"));
 * Parameters parameters = checkpoint.load(manager);
 * Checkpoint.write(folder, config, vocabulary, card, parameters.all(), true);
 * }</pre>
 */
package opsis.fusion.checkpoint;
