package opsis.app.authored;

/** The side of a post that carries its hate: its words, its picture (media, avatar or link card), both, or none. */
public enum Where {
    NONE, WORDS, PICTURE, BOTH;

    /** True where the words alone are enough to label the post hateful. */
    public boolean inWords() {
        return this == WORDS || this == BOTH;
    }

    /** True where the picture alone is enough to label the post hateful. */
    public boolean inPicture() {
        return this == PICTURE || this == BOTH;
    }

    /** 1 for hateful, 0 for harmless. */
    public int label() {
        return this == NONE ? 0 : 1;
    }
}
