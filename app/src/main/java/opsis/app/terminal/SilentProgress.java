package opsis.app.terminal;

/** Shows nothing, for {@code --quiet}. */
final class SilentProgress implements Progress {

    @Override
    public void step(long units) {
        // Quiet was asked for.
    }

    @Override
    public void total(long units) {
        // Quiet was asked for.
    }

    @Override
    public void note(String words) {
        // Quiet was asked for.
    }

    @Override
    public void close() {
        // Nothing was shown.
    }
}
