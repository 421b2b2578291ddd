package dev.nara.analysis;

import dev.nara.eval.CandidateRules;
import dev.nara.spec.Part;
import dev.nara.spec.RunSpec;
import dev.nara.split.Register;
import dev.nara.text.Text;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Describes how a run was split and evaluated in plain words: "by time on 15 April, full catalogue". */
public final class ProtocolWords {
    private static final String GIVEN = "given";

    private ProtocolWords() {}

    /** Split and candidates. */
    public static String of(String split, String candidates, Locale locale) {
        return split(split, locale) + ", " + candidates(candidates, locale);
    }

    /** A split in words, or as written if there are none for it. */
    public static String split(String spec, Locale locale) {
        int colon = spec.indexOf(':');
        String name = colon < 0 ? spec : spec.substring(0, colon);
        String argument = Register.argument(spec);
        String key = "protocol." + name;
        if (!Text.exists(key, locale)) {
            return spec;
        }
        return Text.of(key, name.equals("time") ? day(argument, locale) : argument)
                .in(locale);
    }

    /** How the part was held out on which a run's epochs are evaluated: its validation part if it has one. */
    public static String ofEpochs(RunSpec spec) {
        return spec.epochPart() == Part.VALIDATION
                        && !spec.fixed()
                        && !spec.validation().isEmpty()
                ? spec.validation()
                : spec.split();
    }

    /** The candidates in words. */
    public static String candidates(String spec, Locale locale) {
        if (spec.startsWith(GIVEN)) {
            return Text.of("protocol.negatives.given").in(locale);
        }
        String key = CandidateRules.amongSamples(spec) ? "protocol.sampled" : "protocol.full";
        return Text.of(key, Register.argument(spec)).in(locale);
    }

    /** A day as people write it, without the year. */
    public static String day(String written, Locale locale) {
        try {
            boolean korean = locale.getLanguage().equals("ko");
            return LocalDate.parse(written)
                    .format(DateTimeFormatter.ofPattern(
                            korean ? "M'월' d'일'" : "d MMMM", korean ? Locale.KOREAN : Locale.ENGLISH));
        } catch (DateTimeParseException e) {
            return written;
        }
    }
}
