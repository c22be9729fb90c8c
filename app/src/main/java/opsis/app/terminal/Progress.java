package opsis.app.terminal;

/** How far a long piece of work has come. Safe for use by several threads. */
public interface Progress extends AutoCloseable {

    /** Says that so many more units are done. */
    void step(long units);

    /** Changes how many units there are in all; 0 where it is not known. */
    void total(long units);

    /** Shows a few words beside the count, such as the time until a rate limit ends. */
    void note(String words);

    /** Ends the display. */
    @Override
    void close();
}
