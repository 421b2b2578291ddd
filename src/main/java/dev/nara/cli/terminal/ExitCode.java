package dev.nara.cli.terminal;

/** What the program answers to the shell that started it. */
public final class ExitCode {
    /** Everything was done. */
    public static final int DONE = 0;

    /** Something went wrong on the way. */
    public static final int FAILED = 1;

    /** Wrong use or bad input. */
    public static final int BAD_INPUT = 2;

    /** More memory was needed than Java may use. */
    public static final int NO_MEMORY = 3;

    /** Stopped by the user. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
