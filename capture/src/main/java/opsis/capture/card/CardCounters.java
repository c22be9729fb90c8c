package opsis.capture.card;

/** How often a post was answered, passed on and liked; never negative. */
public record CardCounters(long replies, long reposts, long likes) {
  public CardCounters {
    if (replies < 0 || reposts < 0 || likes < 0) throw new IllegalArgumentException("counters must not be negative");
  }
}
