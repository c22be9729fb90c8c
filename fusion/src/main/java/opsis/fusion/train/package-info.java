/**
 * Training of the network end to end.
 * <pre>{@code
 * Trainer trainer = new Trainer(TrainingSettings.standard(), Clock.systemUTC());
 * TrainingResult result = trainer.train(StartingPoint.checkpoint(Path.of("models/starter")),
 *         trainingData, validationData, Path.of("models/mine"), TrainingListener.silent());
 * }</pre>
 */
package opsis.fusion.train;
