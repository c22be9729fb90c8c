package opsis.storage;

import java.time.Instant;

/**
 * One model's probability for one post.
 *
 * @param pictureSha256 the picture it saw; null where it read the words only
 * @param probability   of hate speech, 0 to 1
 * @param wordsOnly     the probability from the words alone; may be null
 * @param pictureOnly   the probability from the picture alone; may be null
 * @param threshold     from which probability up the model says yes, 0 to 1
 */
public record Prediction(String postId, String model, String pictureSha256, double probability, Double wordsOnly,
                         Double pictureOnly, double threshold, Instant at) {
    public Prediction {
        Values.required(postId, "the prediction's post");
        Values.required(model, "the prediction's model");
        Values.optionalSha256(pictureSha256, "the prediction's picture");
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("the probability " + probability + " is not within 0 to 1");
        }
        at = Values.micros(at);
    }
}
