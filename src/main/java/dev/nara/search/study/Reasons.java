package dev.nara.search.study;

import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** What samplers say of their suggestions, with the trials by their numbers in the study. */
final class Reasons {
    /** Of their reasons, those that begin with one or two places in the history, from 1. */
    private static final String PLACES = "sampler.gp";

    private static final String MISLEADING = "sampler.misleading";

    private Reasons() {}

    /** The reason with the numbers of trials instead of their places. */
    static Text numbered(Text why, IntUnaryOperator number) {
        List<Object> arguments = new ArrayList<>();
        for (Object argument : why.arguments()) {
            boolean place = why.key().startsWith(PLACES)
                    && arguments.size() < 2
                    && argument.toString().matches("\\d{1,9}");
            if (argument instanceof Text text) {
                arguments.add(numbered(text, number));
            } else if (place) {
                arguments.add(Integer.toString(number.applyAsInt(Integer.parseInt(argument.toString()))));
            } else {
                arguments.add(argument);
            }
        }
        return Text.of(why.key(), arguments.toArray());
    }

    /** The preferences that are followed no longer, for they misled. */
    static List<StudyEvent> givenUp(String algorithm, Text why) {
        List<StudyEvent> events = new ArrayList<>();
        List<Object> arguments = why.arguments();
        if (why.key().equals(MISLEADING)) {
            events.add(new StudyEvent.PreferenceGivenUp(
                    algorithm, arguments.get(1).toString(), arguments.get(2).toString()));
        }
        for (Object argument : arguments) {
            if (argument instanceof Text text) {
                events.addAll(givenUp(algorithm, text));
            }
        }
        return events;
    }
}
