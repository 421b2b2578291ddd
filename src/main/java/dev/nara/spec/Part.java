package dev.nara.spec;

import dev.nara.text.Text;
import java.util.Locale;

/** The part of the data that a figure is of. */
public enum Part {
    /** On which epochs and settings are chosen. */
    VALIDATION,
    /** On which a run is told. */
    TEST;

    /** How it is called in files for other programs: {@code validation}, {@code test}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A metric of it in files for other programs: {@code validation/HR@10}. */
    public String path(String metric) {
        return id() + "/" + metric;
    }

    /** Its name in words. */
    public Text words() {
        return Text.of("part." + this);
    }

    /** A metric of it in words. */
    public Text of(String metric) {
        return Text.of("part.metric." + this, metric);
    }
}
