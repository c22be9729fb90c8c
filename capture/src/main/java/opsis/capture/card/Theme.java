package opsis.capture.card;

/** The colours in which a card is drawn. */
public enum Theme { LIGHT, DARK }
