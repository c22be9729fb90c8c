package opsis.fusion;

/**
 * What the network says of one post.
 *
 * @param id          the post's id
 * @param probability that the post is hateful, 0 to 1, from all that there is of it
 * @param wordsOnly   the same from the words with the picture withheld; null where there are no words
 * @param pictureOnly the same from the picture with the words withheld; null where there is no picture
 */
public record Score(String id, double probability, Double wordsOnly, Double pictureOnly) {
}
