package opsis.storage;

/** How far a run or a stage of it has come. */
public enum RunState { RUNNING, DONE, PARTLY, INTERRUPTED, FAILED }
