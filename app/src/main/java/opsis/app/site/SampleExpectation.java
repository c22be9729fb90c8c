package opsis.app.site;

import opsis.app.authored.Where;

/**
 * What should come of one sample post.
 *
 * @param postId  the post
 * @param outcome name of the capture outcome that the post ends with, once every due retry is done:
 *                CAPTURED, DELETED, PROTECTED, SUSPENDED, TIMEOUT or INCOMPLETE
 * @param where   the side that carries its hate, if any, as its writer labelled it
 */
public record SampleExpectation(String postId, String outcome, Where where) {
}
