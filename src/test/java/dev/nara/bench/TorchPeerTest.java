package dev.nara.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.neumf.PlainKernels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs of the shell in Python's place. */
@Tag("process")
class TorchPeerTest {
    private static final String ANSWERS = """
        echo torch 2.9.0
        while read word rest; do
            echo "$word $rest" >> "$0.asked"
            case $word in
                open) echo ok ;;
                train) echo 1234.5 ;;
                product) echo 6e9 ;;
            esac
        done
        """;

    @TempDir
    Path folder;

    private String program(String body) throws IOException {
        Path file = Files.writeString(folder.resolve("python"), "#!/bin/sh\n" + body);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file.toString();
    }

    private static BenchCase caseA() {
        return BenchCase.all().get(0);
    }

    @Test
    void itsRatesAreReadFromWhatItWrites() throws IOException {
        try (TorchPeer peer = TorchPeer.start(program(ANSWERS)).orElseThrow()) {
            assertEquals("2.9.0", peer.version());
            assertEquals(6e9, peer.product(0.5));
            TimedTraining training = peer.training(caseA(), 256);
            assertEquals(1234.5, training.turn(0.25));
            assertEquals(1234.5, training.turn(0.25));
            assertEquals(Optional.empty(), training.problem());
            assertEquals(
                    List.of("product 0.5", "open 6040 3706 8 32 32 32-16-8 165 4 256", "train 0.25", "train 0.25"),
                    Files.readAllLines(folder.resolve("python.asked")));
        }
    }

    @Test
    void thereIsNoneWithoutPyTorch() throws IOException {
        assertFalse(TorchPeer.start(folder.resolve("nowhere").toString()).isPresent());
        assertFalse(TorchPeer.start(program("exit 1\n")).isPresent());
        assertFalse(TorchPeer.start(program("echo something else\n")).isPresent());
    }

    @Test
    void whatItCannotHoldIsToldInItsWords() throws IOException {
        String refuses = ANSWERS.replace("echo ok", "echo failed no memory");
        try (TorchPeer peer = TorchPeer.start(program(refuses)).orElseThrow()) {
            TimedTraining training = peer.training(caseA(), 256);
            assertEquals(0, training.turn(0.25));
            assertEquals(Optional.of("failed no memory"), training.problem());
        }
    }

    @Test
    void aProgramThatEndsIsToldAsSuch() throws IOException {
        try (TorchPeer peer =
                TorchPeer.start(program("echo torch 2.9.0\nread line\n")).orElseThrow()) {
            TimedTraining training = peer.training(caseA(), 256);
            assertEquals(0, training.turn(0.25));
            assertEquals(0, training.turn(0.25));
            assertEquals(Optional.of("Python has ended"), training.problem());
            assertEquals(0, peer.product(0.25));
        }
    }

    @Test
    void theScriptIsGoneAfterwards() throws IOException {
        String shows = "echo torch $1\nread line\n";
        Path script;
        try (TorchPeer peer = TorchPeer.start(program(shows)).orElseThrow()) {
            script = Path.of(peer.version());
            assertTrue(Files.readString(script).contains("fused=True"));
        }
        assertFalse(Files.exists(script));
    }

    @Test
    void aBenchMeasuresItBesideTheEnginesAndItsProductAsThePeak() throws IOException {
        List<BenchResult> results = new ArrayList<>();
        List<String> said = new ArrayList<>();
        Bench.Report report = new Bench.Report() {
            @Override
            public void result(BenchResult result) {
                results.add(result);
            }

            @Override
            public void python(Optional<String> version) {
                said.add(version.orElse("none"));
            }

            @Override
            public void failed(String engine, String benchCase, String why) {
                said.add(why);
            }
        };
        Bench bench = new Bench(List.of(), new PlainKernels(), List.of());
        String python = program(ANSWERS.replace("6e9", "1e15"));
        bench.run(new Bench.Options("a", Set.of(TorchPeer.ID), 1, 0.001, python), report);
        assertEquals(List.of("2.9.0"), said);
        assertEquals(
                List.of("own", "registers", TorchPeer.ID, TorchPeer.ID, TorchPeer.ID, TorchPeer.ID, TorchPeer.ID),
                results.stream().map(BenchResult::engine).toList());
        assertEquals(1e15, results.get(2).fastest());
        assertEquals(1234.5, results.get(3).perSecond());
        Double share = results.get(0).share();
        assertTrue(share == null || share < 0.01, "the fastest of all is the peak");
    }
}
