package dev.nara.battery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.Pipes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A workspace in which something else stands in the place of one of its files, or of one that may be there: no command waits for it,
 * throws anything, or writes elsewhere.
 */
@Tag("process")
@Tag("battery")
class NoFilesTest {
    /** Longer than any command takes on a slow or busy machine; a command that waits for a pipe never ends. */
    private static final int MINUTES = 5;

    private static final Pattern NAMES_OF_CODE =
            Pattern.compile("\\w+(\\.\\w+)*(Exception|Error)\\b|\\tat |StackTrace");
    private static final List<String> MORE = List.of(
            "runs.db-journal",
            "runs.db-shm",
            "processes/0123456789abcdef0123456789abcdef.lock",
            "ledger.json",
            "ledger.lock",
            "window.lock",
            "training-gpu.lock",
            "canaries.txt",
            "runs/1/canaries.jsonl",
            "runs/1/start-1.safetensors",
            "runs/1/.unsettled",
            "runs/3/last.safetensors",
            "runs/9",
            "runs/.new-0123456789abcdef0123456789abcdef.x",
            "set-aside",
            "submissions",
            "snapshots",
            "recipes",
            "skipped-rows");
    private static final List<String> COMMANDS = List.of(
            "runs list --json",
            "workspace check --json",
            "runs show --run 1",
            "evaluate --run 1",
            "runs export --run 1 --file FOLDER/run.nara",
            "runs export --run 1 --as mlflow --file FOLDER/mlruns",
            "tune list",
            "workspace forget --user 5",
            "resume --run 3",
            "workspace check --repair",
            "workspace forget --user 5 --yes",
            "runs delete --run 2",
            "runs clean --yes",
            "workspace check");

    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    });

    @TempDir
    private Path folder;

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    /** What stands there instead. */
    private enum Thing {
        PIPE {
            @Override
            void make(Path place, Path other) throws Exception {
                Pipes.make(place);
            }
        },
        FOLDER {
            @Override
            void make(Path place, Path other) throws IOException {
                Files.createDirectory(place);
                Files.writeString(place.resolve("inside"), "x");
            }
        },
        LINK_TO_ANOTHERS_FILE {
            @Override
            void make(Path place, Path other) throws IOException {
                Files.createSymbolicLink(place, other);
            }
        },
        LINK_TO_ITSELF {
            @Override
            void make(Path place, Path other) throws IOException {
                Files.createSymbolicLink(place, place);
            }
        };

        abstract void make(Path place, Path other) throws Exception;
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsWaitedForOrWrittenElsewhere(Thing thing) throws Exception {
        SmallWorkspace small = new SmallWorkspace(folder.resolve("small"));
        Set<String> files = new LinkedHashSet<>(MORE);
        small.files().forEach(file -> files.add(file.toString()));
        List<String> wrong = new ArrayList<>();
        for (String file : files) {
            Path workspace = folder.resolve("workspace-" + files.hashCode());
            small.copyTo(workspace);
            Path place = workspace.resolve(file);
            Files.createDirectories(place.getParent());
            if (Files.exists(place)) {
                Folders.delete(place);
            }
            Path other = Files.writeString(folder.resolve("other"), "of somebody else\n");
            thing.make(place, other);
            for (String command : COMMANDS) {
                String said = said(workspace, command);
                if (!said.isEmpty()) {
                    wrong.add(file + ", " + command + ": " + said);
                }
            }
            if (!Files.exists(other) || !Files.readString(other).equals("of somebody else\n")) {
                wrong.add(
                        file + " leads out of the workspace: " + (Files.exists(other) ? Files.size(other) : "deleted"));
            }
            Folders.delete(workspace);
        }
        assertEquals(List.of(), wrong);
    }

    /** What is wrong with an answer; "" for nothing. */
    private String said(Path workspace, String command) throws Exception {
        String[] words = command.replace("FOLDER", folder.toString()).split(" ", -1);
        Future<Program.Said> answer = threads.submit(() -> Program.run(workspace, words));
        try {
            Program.Said said = answer.get(MINUTES, TimeUnit.MINUTES);
            assertTrue(said.code() >= 0);
            String all = said.err() + said.out();
            return NAMES_OF_CODE.matcher(all).find()
                    ? all
                    : said.code() != 0 && said.err().isBlank() ? "says nothing: " + said.code() + said.out() : "";
        } catch (TimeoutException e) {
            return "waits";
        } catch (ExecutionException e) {
            return "throws " + e.getCause();
        }
    }
}
