package dev.nara.search.running;

import dev.nara.search.study.StudyEvent;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.List;

/** Finds out which preferences a suggestion's reason gives up. */
final class GivenUp {
    private static final String MISLEADING = "sampler.misleading";

    private GivenUp() {}

    /** The preferences that are no longer followed, because they were misleading. */
    static List<StudyEvent> events(String algorithm, Text why) {
        List<StudyEvent> events = new ArrayList<>();
        List<Object> arguments = why.arguments();
        if (why.key().equals(MISLEADING)) {
            events.add(new StudyEvent.PreferenceGivenUp(
                    algorithm, arguments.get(1).toString(), arguments.get(2).toString()));
        }
        for (Object argument : arguments) {
            if (argument instanceof Text text) {
                events.addAll(events(algorithm, text));
            }
        }
        return events;
    }
}
