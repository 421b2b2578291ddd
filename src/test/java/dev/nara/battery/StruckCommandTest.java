package dev.nara.battery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A command that changes a workspace and is killed at any of its file operations: at that instant what is stored agrees, and called
 * again it leaves what it leaves when it is not killed. {@code -Dnara.strikes=100} kills each so often.
 */
@Tag("process")
@Tag("battery")
class StruckCommandTest {
    private static final int STRIKES = Integer.getInteger("nara.strikes", 1);

    @TempDir
    private Path folder;

    private Path small;
    private Path archive;

    /** A command, and what it is given. */
    private enum Command {
        IMPORT("runs import --file ARCHIVE"),
        DELETE("runs delete --run 2"),
        RESTORE("runs restore --run 2") {
            @Override
            void prepare(Path workspace) {
                done(workspace, "runs delete --run 2");
            }
        },
        CLEAN("runs clean --yes") {
            @Override
            void prepare(Path workspace) {
                done(workspace, "runs delete --run 2");
            }
        },
        MOVE("runs move --run 1 --data DATA"),
        FORGET("workspace forget --user 5 --yes"),
        REPAIR("workspace check --repair") {
            @Override
            void prepare(Path workspace) throws IOException {
                SmallWorkspace.copy(workspace.resolve("runs/3"), workspace.resolve("runs/7"));
                Files.delete(workspace.resolve("runs/2/run.json"));
                Path log = workspace.resolve("runs/1/run.log");
                Files.write(log, new Edit(Edit.Kind.CUT, 0.5, 64, 1).of(Files.readAllBytes(log)));
                Path batches = workspace.resolve("runs/3/batches.bin");
                Files.write(batches, new Edit(Edit.Kind.FLIP, 0.5, 64, 1).of(Files.readAllBytes(batches)));
                Files.writeString(workspace.resolve("pseudonyms.key"), "no key");
            }
        };

        private final String words;

        Command(String words) {
            this.words = words;
        }

        void prepare(Path workspace) throws IOException {}

        static void done(Path workspace, String command) {
            Program.Said said = Program.run(workspace, command.split(" ", -1));
            assertEquals(0, said.code(), said.err());
        }
    }

    @BeforeEach
    void make() throws Exception {
        assumeTrue(Strace.works(), "strace, with which programs are killed at their file operations, is not there");
        SmallWorkspace made = new SmallWorkspace(folder.resolve("small"));
        small = folder.resolve("first");
        made.copyTo(small);
        archive = folder.resolve("run.nara");
        Command.done(small, "runs export --run 1 --file " + archive);
        // Another run than those that are there.
        Path other = folder.resolve("other");
        Command.done(other, "runs import --file " + archive);
        Files.delete(archive);
        Command.done(other, "runs export --run 1 --file " + archive);
        Folders.delete(small);
        made.copyTo(small);
    }

    private Path home(Command command, String name) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        Path workspace = home.resolve("workspace");
        SmallWorkspace.copy(small, workspace);
        command.prepare(workspace);
        return home;
    }

    private String[] words(Command command) {
        return command.words
                .replace("ARCHIVE", archive.toString())
                .replace("DATA", folder.resolve("small/u.data").toString())
                .split(" ", -1);
    }

    /** What is told of it, and that it is whole. */
    private static List<String> contents(Path workspace) {
        Program.Said check = Program.run(workspace, "workspace", "check", "--json");
        assertTrue(check.out().contains("\"findings\":[]"), check.out() + check.err());
        return Timeless.of(Program.run(workspace, "runs", "list", "--json").out());
    }

    @ParameterizedTest
    @EnumSource
    void calledAgainItLeavesTheSame(Command command) throws Exception {
        Path whole = home(command, "whole-" + command);
        List<String> log = Strace.log(whole, words(command));
        List<String> expected = contents(whole.resolve("workspace"));
        SplittableRandom random = new SplittableRandom(Long.getLong("nara.seed", 5));
        for (int kill = 0; kill < STRIKES; kill++) {
            Path home = home(command, command + "-" + kill);
            Path workspace = home.resolve("workspace");
            Strace.Strike strike = Strace.any(log, whole, random);
            boolean struck = Strace.struck(home, strike, words(command));
            // What is erased is not in the figures' means any more, and no run goes on without its checkpoint.
            if (command != Command.FORGET) {
                assertEquals(List.of(), Witness.of(workspace), command + " " + strike);
            }
            if (struck && !(command == Command.IMPORT && imported(workspace))) {
                Program.Said again = Program.run(workspace, words(command));
                assertTrue(again.code() == 0 || alreadyDone(command, again), command + " " + strike + again.err());
            }
            assertEquals(expected, contents(workspace), command + " " + strike);
            Folders.delete(home);
        }
    }

    private static boolean imported(Path workspace) {
        return Program.run(workspace, "runs", "list", "--json").out().contains("\"run\":4");
    }

    /** What was stored before it was killed is not there to be done again. */
    private static boolean alreadyDone(Command command, Program.Said again) {
        return (command == Command.DELETE || command == Command.RESTORE) && again.code() == 2;
    }
}
