package dev.nara.data.read.time;

/** One way to write times. */
@FunctionalInterface
interface TimeForm {
    /** Reads a cell without blanks at its ends; false if it is not written like this. */
    boolean read(String text, WrittenTime into);
}
