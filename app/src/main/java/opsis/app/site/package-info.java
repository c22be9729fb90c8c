/**
 * A small social network on loopback, the fictitious «Πλατεία», that behaves like a real one: pages filled by a
 * slow script, a request budget, deleted, protected and never-loading posts. The demo and the tests capture it.
 * <pre>{@code
 * try (SampleSite site = SampleSite.start(SampleSiteSettings.defaults(), Clock.systemUTC())) {
 *     site.writePosts(inbox);                                  // inbox/posts.jsonl, as twarc2 writes it
 *     URI page = site.address("910000000000001009");           // BASE/HANDLE/status/ID
 *     String outcome = site.expectations().outcome("910000000000001009");   // "CAPTURED"
 * }
 * }</pre>
 * Every person, place and group named here is invented or spoken of in general; see {@code posts.yaml}.
 */
package opsis.app.site;
