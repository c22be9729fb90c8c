package opsis.fusion.picture;

import java.awt.image.BufferedImage;

/**
 * Scales to a square by a triangle filter whose support grows with the reduction, first along rows, then along columns, as Pillow's
 * bilinear resize does, which torchvision's reference preprocessing uses. (Java's own bilinear scaling skips pixels when it reduces.)
 */
final class Scaler {
    private final int size;

    Scaler(int size) {
        this.size = size;
    }

    /** Red, green and blue planes of size × size bytes. */
    byte[] scale(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        Filter across = new Filter(width, size);
        Filter down = new Filter(height, size);
        float[][] narrowed = new float[3][height * size];
        int[] row = new int[width];
        float[][] channels = new float[3][width];
        for (int y = 0; y < height; y++) {
            picture.getRGB(0, y, width, 1, row, 0, width);
            split(row, channels);
            for (int channel = 0; channel < 3; channel++) {
                across.apply(channels[channel], 0, 1, narrowed[channel], y * size, 1);
            }
        }
        byte[] planes = new byte[3 * size * size];
        float[] column = new float[size * size];
        for (int channel = 0; channel < 3; channel++) {
            for (int x = 0; x < size; x++) {
                down.apply(narrowed[channel], x, size, column, x, size);
            }
            for (int i = 0; i < column.length; i++) {
                planes[channel * column.length + i] = (byte) Math.max(0, Math.min(255, Math.round(column[i])));
            }
        }
        return planes;
    }

    private static void split(int[] pixels, float[][] channels) {
        for (int x = 0; x < pixels.length; x++) {
            int alpha = pixels[x] >>> 24;
            int white = 255 - alpha;
            channels[0][x] = ((pixels[x] >> 16 & 255) * alpha + 255 * white) / 255f;
            channels[1][x] = ((pixels[x] >> 8 & 255) * alpha + 255 * white) / 255f;
            channels[2][x] = ((pixels[x] & 255) * alpha + 255 * white) / 255f;
        }
    }

    /** For each output the first input and the weights from there on. */
    private static final class Filter {
        private final int[] first;
        private final float[][] weights;

        Filter(int in, int out) {
            first = new int[out];
            weights = new float[out][];
            double ratio = (double) in / out;
            double support = Math.max(1, ratio);
            for (int i = 0; i < out; i++) {
                double centre = (i + 0.5) * ratio;
                int from = Math.max(0, (int) (centre - support + 0.5));
                int to = Math.min(in, (int) (centre + support + 0.5));
                float[] row = new float[Math.max(1, to - from)];
                double sum = 0;
                for (int j = 0; j < row.length; j++) {
                    row[j] = (float) Math.max(0, 1 - Math.abs((from + j + 0.5 - centre) / support));
                    sum += row[j];
                }
                for (int j = 0; j < row.length; j++) {
                    row[j] /= (float) sum;
                }
                first[i] = from;
                weights[i] = row;
            }
        }

        void apply(float[] in, int inFrom, int inStride, float[] out, int outFrom, int outStride) {
            for (int i = 0; i < first.length; i++) {
                float sum = 0;
                int at = inFrom + first[i] * inStride;
                for (float weight : weights[i]) {
                    sum += weight * in[at];
                    at += inStride;
                }
                out[outFrom + i * outStride] = sum;
            }
        }
    }
}
