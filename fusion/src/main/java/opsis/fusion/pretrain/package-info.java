/**
 * Masked-language-model pre-training of the text encoder on plain text, before any label is seen.
 * <pre>{@code
 * new Pretrainer(PretrainingSettings.standard(), Clock.systemUTC())
 *         .pretrain(config, vocabulary, texts, "public-domain books", Path.of("models/base"), PretrainingListener.silent());
 * trainer.train(StartingPoint.checkpoint(Path.of("models/base")), …);
 * }</pre>
 */
package opsis.fusion.pretrain;
