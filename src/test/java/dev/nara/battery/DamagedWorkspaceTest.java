package dev.nara.battery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A workspace of which one place of one file is changed, cut off or zeroed: every command does what it did before, or says what is
 * damaged; nothing is told that is not so, and other runs are as they were. {@code -Dnara.mutants=2000} tries more places,
 * {@code -Dnara.mutants.first=1000} others.
 */
@Tag("process")
@Tag("battery")
class DamagedWorkspaceTest {
    private static final int MUTANTS = Integer.getInteger("nara.mutants", 24);
    private static final int FIRST = Integer.getInteger("nara.mutants.first", 0);
    private static final Pattern NAMES_OF_CODE =
            Pattern.compile("\\w+(\\.\\w+)*(Exception|Error)\\b|\\tat |StackTrace");
    private static final String CHECK = "check";
    private static final String LOG = "runs.db-wal";
    private static final double GOLDEN = 0.6180339887498949;

    private static final Map<String, String[]> COMMANDS = commands();

    @TempDir
    private Path folder;

    private final List<String> wrong = new ArrayList<>();
    private Map<String, Program.Said> before = Map.of();
    /** As it was before what stands only in SQLite's log; where that is damaged, SQLite takes the log to end there. */
    private Map<String, Program.Said> earlier = Map.of();

    /** Each names the runs that it is about by their digits. */
    private static Map<String, String[]> commands() {
        Map<String, String[]> all = new LinkedHashMap<>();
        all.put("list", new String[] {"runs", "list", "--json"});
        all.put(CHECK, new String[] {"workspace", "check", "--json"});
        for (String run : List.of("1", "2", "3")) {
            all.put("show " + run, new String[] {"runs", "show", "--run", run, "--json"});
        }
        all.put("evaluate 1", new String[] {"evaluate", "--run", "1", "--json"});
        all.put("compare 1 2", new String[] {"compare", "--runs", "1,2", "--json"});
        all.put("export 1", new String[] {"runs", "export", "--run", "1", "--file", "target/battery/run.nara"});
        all.put("resume 3", new String[] {"resume", "--run", "3", "--json"});
        return all;
    }

    @Test
    void nothingButADamagedThingIsDamaged() throws Exception {
        Files.createDirectories(Path.of("target/battery"));
        SmallWorkspace small = new SmallWorkspace(folder.resolve("small"));
        before = answers(small, "undamaged", workspace -> {});
        before.forEach((name, said) -> assertEquals(0, said.code(), name + ": " + said.err() + said.out()));
        assertEquals(timeless(before), timeless(answers(small, "again", workspace -> {})), "what passes is left out");
        earlier = answers(small, "earlier", workspace -> Files.delete(workspace.resolve(LOG)));
        List<Path> files = small.files();
        assertTrue(files.size() > 15, files.toString());
        for (int mutant = FIRST; mutant < FIRST + MUTANTS; mutant++) {
            Path file = files.get(mutant % files.size());
            double place = (mutant / files.size() + 1) * GOLDEN % 1;
            Edit.Kind kind =
                    List.of(Edit.Kind.FLIP, Edit.Kind.CUT, Edit.Kind.ZERO).get(mutant % 3);
            damage(small, mutant, file, new Edit(kind, place, 64, mutant % 8));
        }
        assertEquals(List.of(), wrong.subList(0, Math.min(30, wrong.size())), wrong.size() + " of " + MUTANTS);
    }

    private static Map<String, List<String>> timeless(Map<String, Program.Said> answers) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        answers.forEach((name, said) -> all.put(name, Timeless.of(said.out())));
        return all;
    }

    private interface Change {
        void make(Path workspace) throws IOException;
    }

    private Map<String, Program.Said> answers(SmallWorkspace small, String name, Change change) throws IOException {
        Path workspace = folder.resolve(name);
        small.copyTo(workspace);
        change.make(workspace);
        Map<String, Program.Said> answers = new LinkedHashMap<>();
        COMMANDS.forEach((command, arguments) -> answers.put(command, Program.run(workspace, arguments)));
        Folders.delete(workspace);
        return answers;
    }

    private void damage(SmallWorkspace small, int mutant, Path file, Edit edit) throws IOException {
        Path workspace = folder.resolve("mutant-" + mutant);
        small.copyTo(workspace);
        Path damaged = workspace.resolve(file);
        Files.write(damaged, edit.of(Files.readAllBytes(damaged)));
        Map<String, Program.Said> answers = new LinkedHashMap<>();
        COMMANDS.forEach((command, arguments) -> {
            // Of the other runs it is enough to see that they are there and what they were.
            if (concerns(file, command) || command.startsWith("show")) {
                String where = file + " " + edit + ", " + command;
                answer(workspace, where, arguments).ifPresent(said -> {
                    answers.put(command, said);
                    note(where, problem(file, command, said));
                });
            }
        });
        boolean refused = answers.values().stream().anyMatch(said -> said.code() == 2);
        Program.Said check = answers.get(CHECK);
        if (refused && check != null && check.code() == 0) {
            note(file + " " + edit, "is found by a command but not by the check");
        }
        repair(workspace, file, edit);
        Folders.delete(workspace);
    }

    /** Mends it; the other runs are there. */
    private void repair(Path workspace, Path file, Edit edit) {
        String where = file + " " + edit + ", repaired";
        answer(workspace, where, "workspace", "check", "--repair", "--json")
                .ifPresent(said -> note(where, said.code() > 1 ? "cannot be checked: " + said.err() : named(said)));
        answer(workspace, where, "runs", "list", "--json").ifPresent(said -> {
            note(where, said.code() == 0 ? named(said) : "cannot be listed: " + said.err());
            for (String run : List.of("1", "2", "3")) {
                boolean other = file.startsWith("runs") && !file.startsWith("runs/" + run);
                note(where, other && !said.out().contains("\"run\":" + run + ",") ? "run " + run + " is gone" : "");
            }
        });
    }

    private Optional<Program.Said> answer(Path workspace, String where, String... arguments) {
        try {
            return Optional.of(Program.run(workspace, arguments));
        } catch (RuntimeException | Error e) {
            note(where, "throws " + e);
            return Optional.empty();
        }
    }

    private void note(String where, String what) {
        if (!what.isEmpty()) {
            wrong.add(where + ": " + what);
        }
    }

    /** That an answer names code; "" where it does not. */
    private static String named(Program.Said said) {
        return NAMES_OF_CODE.matcher(said.err() + said.out()).find() ? "says " + said.err() : "";
    }

    /** What of an answer is against the rules; "" for nothing. */
    private String problem(Path file, String command, Program.Said said) {
        if (!named(said).isEmpty()) {
            return named(said);
        }
        if (command.equals(CHECK)) {
            return said.code() > 1 ? "cannot be checked: " + said.err() : "";
        }
        List<String> expected = Timeless.of(before.get(command).out());
        List<String> answer = Timeless.of(said.out());
        boolean same = expected.equals(answer)
                || (file.endsWith(LOG)
                        && Timeless.of(earlier.get(command).out()).equals(answer));
        if (said.code() == 0 && same) {
            return "";
        }
        if (!concerns(file, command)) {
            return "is damaged too: " + said.code() + " " + said.err();
        }
        if (said.code() == 0) {
            boolean less = withoutReferences(expected).containsAll(withoutReferences(answer));
            return less && !said.err().isBlank()
                    ? ""
                    : "tells something else: "
                            + answer.stream()
                                    .filter(line -> !expected.contains(line))
                                    .toList();
        }
        return said.err().strip().length() > 20 ? "" : "says nothing";
    }

    /** They are found by the run's split, and are left out where that is damaged. */
    private static List<String> withoutReferences(List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceAll(",\"references\":\\[.*]", ""))
                .toList();
    }

    /** A file of a run concerns what is about that run or about all; another file concerns everything. */
    private static boolean concerns(Path file, String command) {
        return !file.startsWith("runs")
                || command.equals("list")
                || command.equals(CHECK)
                || command.matches(".*\\b" + file.getName(1) + "\\b.*");
    }
}
