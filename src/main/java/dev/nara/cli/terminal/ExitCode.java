package dev.nara.cli.terminal;

/** The exit codes of the program. */
public final class ExitCode {
    /** Success. */
    public static final int DONE = 0;

    /** The command failed. */
    public static final int FAILED = 1;

    /** The command line or the input was invalid. */
    public static final int BAD_INPUT = 2;

    /** Java ran out of memory. */
    public static final int NO_MEMORY = 3;

    /** The user interrupted the command. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
