/**
 * What moves the parameters: AdamW with groups and global-norm clipping, and the learning rate over time.
 * <pre>{@code
 * AdamW optimiser = new AdamW(parameters, name -> new AdamW.Group(1, AdamW.isMatrix(name) ? 0.01 : 0), 1.0);
 * collector.backward(loss);
 * double norm = optimiser.step(schedule.rate(step));
 * }</pre>
 */
package opsis.fusion.optimise;
