package opsis.capture.worker;

import opsis.capture.Outcome;

/** The outcome of one attempt with its reason in one line. */
record Verdict(Outcome outcome, String reason) {}
