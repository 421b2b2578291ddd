package dev.nara.data.read.time;

/** A written form of times. */
@FunctionalInterface
interface TimeForm {
    /** Reads a cell without surrounding blanks; false if it does not have this form. */
    boolean read(String text, WrittenTime into);

    /** The same for a cell that is a whole number. */
    default boolean read(long number, WrittenTime into) {
        return read(Long.toString(number), into);
    }
}
