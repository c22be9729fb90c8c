/**
 * From picture files to the bytes that the network reads: bounded decoding, cropping, scaling, and a store for training.
 * <pre>{@code
 * PictureReader reader = new PictureReader(config.image());
 * byte[] planes = reader.read(pngBytes);
 * NDArray batch = reader.normalised(List.of(planes), manager);
 * }</pre>
 */
package opsis.fusion.picture;
