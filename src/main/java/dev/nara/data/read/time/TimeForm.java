package dev.nara.data.read.time;

/** One way to write times. */
@FunctionalInterface
interface TimeForm {
    /** Reads a cell without blanks at its ends; false if it is not written like this. */
    boolean read(String text, WrittenTime into);

    /** The same of a cell that is a whole number. */
    default boolean read(long number, WrittenTime into) {
        return read(Long.toString(number), into);
    }
}
