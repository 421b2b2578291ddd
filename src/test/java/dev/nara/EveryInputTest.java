package dev.nara;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.nara.data.DataException;
import dev.nara.data.Profile;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.Prepared;
import dev.nara.data.prepare.Quality;
import dev.nara.data.read.roles.TablePreview;
import dev.nara.run.RunControl;
import dev.nara.run.RunEvent;
import dev.nara.run.Runner;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.store.Services;
import dev.nara.text.Numbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Goes through everything in the folder that {@code -Dnara.inputs} names and prints what the program makes of it: what it found,
 * what it would ask or warn of, and what two simple models are told. Files of columns are read as the import assistant proposes.
 * Nothing may end otherwise than with figures or with a message.
 */
@EnabledIfSystemProperty(named = "nara.inputs", matches = ".+")
@Tag("scale")
class EveryInputTest {
    private final Services services = TestServices.on(Path.of("target", "every-input"));

    @Test
    void everyInputIsReadOrRefusedWithAMessage() throws IOException {
        StringBuilder report = new StringBuilder();
        try (Stream<Path> entries = Files.list(Path.of(System.getProperty("nara.inputs")))) {
            for (Path input : entries.sorted().toList()) {
                report.append("\n== ").append(input.getFileName()).append('\n');
                report(input).forEach(line -> report.append("   ").append(line).append('\n'));
            }
        }
        Path file = Path.of("target", "every-input.txt");
        Files.writeString(file, report);
        System.out.println(report);
        assertNotEquals("", report.toString());
    }

    private List<String> report(Path input) {
        List<String> lines = new ArrayList<>();
        try {
            Prepared data = read(input, lines);
            Profile profile = new Profile(data.dataset());
            lines.add(data.dataset().format() + ": " + profile.rows() + " rows, " + profile.activeUsers() + " users, "
                    + profile.watchedItems() + " items, repeats " + Numbers.percent(profile.repeatShare(), 1) + ", "
                    + (profile.period().isEmpty() ? "no times" : profile.period()));
            Quality.of(data.dataset()).forEach(finding -> lines.add("finding " + finding.id() + " " + finding.count()));
            trainedOn(data, "popularity", lines);
            trainedOn(data, "item-knn", lines);
        } catch (DataException e) {
            lines.add("refused: " + e.message(Locale.ENGLISH));
        }
        return lines;
    }

    /** By itself, or as the assistant proposes. */
    private Prepared read(Path input, List<String> lines) throws DataException {
        try {
            return services.open(input, Recipe.USUAL, Progress.NONE);
        } catch (DataException unknown) {
            TablePreview preview = TablePreview.of(services.datasets(), input, "", "");
            lines.add("proposed: "
                    + preview.names().stream()
                            .map(name -> name + "="
                                    + preview.roles().get(preview.names().indexOf(name)))
                            .collect(Collectors.joining(", ")));
            if (!preview.readable(preview.roles())) {
                throw unknown;
            }
            return services.open(input, preview.recipe(preview.roles(), "", ""), Progress.NONE);
        }
    }

    private void trainedOn(Prepared data, String algorithm, List<String> lines) throws DataException {
        PreparedRun preparedRun = services.prepare(
                RunSpec.draft().on(data).algorithm(algorithm).epochs(1).spec(), data.dataset());
        if (algorithm.equals("popularity")) {
            RunSpec spec = preparedRun.spec();
            lines.add("split " + spec.split() + ", validation " + spec.validation() + ", candidates "
                    + spec.candidates());
            preparedRun.warnings().forEach(warning -> lines.add("! " + warning.in(Locale.ENGLISH)));
        }
        String[] line = {""};
        RunEvent end = new Runner(
                        preparedRun,
                        event -> {
                            if (event instanceof RunEvent.Tested tested) {
                                line[0] = algorithm + ": " + tested.metrics() + " of " + tested.users() + ", cold "
                                        + tested.coldMetrics() + " of " + tested.coldUsers();
                            }
                        },
                        new RunControl())
                .run();
        lines.add(line[0].isEmpty() ? algorithm + ": " + end : line[0]);
    }
}
