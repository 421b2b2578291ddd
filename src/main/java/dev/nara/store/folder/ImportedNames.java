package dev.nara.store.folder;

import dev.nara.data.Recipe;
import dev.nara.run.RunEvent;
import dev.nara.run.RunJson;
import dev.nara.store.entry.Environment;
import dev.nara.store.entry.StoredTime;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Validates the names and texts of an imported run, which become rows, columns, labels and files here. */
public final class ImportedNames {
    private static final Pattern ALGORITHM = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern SETTING = Pattern.compile("[a-z][a-z0-9_]{0,60}");
    private static final Pattern METRIC = Pattern.compile("[A-Za-z0-9][A-Za-z0-9@_+-]*(\\.[A-Za-z0-9@_+-]+)*");
    private static final Pattern SERIES = Pattern.compile("[A-Za-z0-9-]{0,60}");
    private static final Pattern PHASE = Pattern.compile("[a-z_]{0,20}");
    private static final double LONGEST_SECONDS = 1e9;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_VALUE = 10_000;
    private static final int LONGEST_TEXT = 100_000;

    private ImportedNames() {}

    /**
     * Throws if a run could not be shown, listed and written like one trained here.
     *
     * @throws IOException with the invalid name, or the kind of problem
     */
    public static void check(ArchiveHeader header, List<RunEvent> events) throws IOException {
        StoredTime.check(header.created());
        checked(ALGORITHM, header.spec().algorithm());
        text(header.spec().data(), LONGEST_TEXT);
        text(header.spec().format(), LONGEST_NAME);
        text(header.spec().fingerprint(), LONGEST_NAME);
        recipe(header.spec().recipe());
        Environment environment = header.environment();
        for (String said :
                List.of(environment.program(), environment.java(), environment.system(), environment.cpu())) {
            text(said, LONGEST_NAME);
        }
        for (Map.Entry<String, String> value : header.spec().values().entrySet()) {
            checked(SETTING, value.getKey());
            text(value.getValue(), LONGEST_VALUE);
        }
        checked(SERIES, header.series());
        checked(SERIES, header.identity());
        text(header.label().name(), LONGEST_NAME);
        text(header.label().notes(), LONGEST_TEXT);
        text(header.label().tags(), LONGEST_TEXT);
        if (header.fitOf() != null) {
            StoredTime.check(header.fitOf().created());
            metrics(header.fitOf().figures().keySet());
        }
        for (RunEvent event : events) {
            check(event);
        }
    }

    /** Checks a recipe as JSON, which has names of columns and files; NUL, which paths cannot have, is escaped there. */
    private static void recipe(Recipe recipe) throws IOException {
        String json = RunJson.of(recipe);
        if (json.length() > LONGEST_TEXT || json.contains("\\u0000")) {
            throw new IOException("no recipe");
        }
    }

    private static void check(RunEvent event) throws IOException {
        if (event instanceof RunEvent.EpochDone epoch) {
            checked(PHASE, epoch.phase());
            metrics(epoch.metrics().keySet());
            metrics(epoch.health().keySet());
            duration(epoch.seconds());
            duration(epoch.evaluationSeconds());
        } else if (event instanceof RunEvent.Tested tested) {
            metrics(tested.metrics().keySet());
            metrics(tested.coldMetrics().keySet());
            metrics(tested.baseline().keySet());
        } else if (event instanceof RunEvent.Started started) {
            checked(ALGORITHM, started.algorithm());
            metrics(started.baseline().keySet());
            if (Math.min(Math.min(started.users(), started.items()), started.evaluatedUsers()) < 0
                    || Math.min(started.interactions(), started.parameters()) < 0) {
                throw new IOException("fewer than none");
            }
        } else if (event instanceof RunEvent.Finished finished) {
            metrics(finished.metrics().keySet());
        } else if (event instanceof RunEvent.Cancelled cancelled) {
            metrics(cancelled.metrics().keySet());
        } else if (event instanceof RunEvent.Failed failed) {
            text(failed.message(), LONGEST_TEXT);
            text(failed.details(), LONGEST_TEXT);
        }
    }

    /** Undefined in runs of earlier versions. */
    private static void duration(double seconds) throws IOException {
        if (seconds < 0 || seconds > LONGEST_SECONDS) {
            throw new IOException("no duration");
        }
    }

    private static void metrics(Set<String> names) throws IOException {
        for (String name : names) {
            checked(METRIC, name);
        }
    }

    private static void checked(Pattern pattern, String name) throws IOException {
        if (name.length() > LONGEST_NAME || !pattern.matcher(name).matches()) {
            throw new IOException("no name: " + name);
        }
    }

    private static void text(String text, int longest) throws IOException {
        boolean plain =
                text.codePoints().noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r');
        if (text.length() > longest || !plain) {
            throw new IOException("no text");
        }
    }
}
