package dev.nara.bench;

import dev.nara.neumf.NeuMfSpec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** PyTorch in a Python of this machine, which a script trains with care: all of Adam in one call. Answers one question at a time. */
final class TorchPeer implements AutoCloseable {
    /** Its name among the engines. */
    static final String ID = "pytorch-fused";

    private static final String SCRIPT = "torch_peer.py";
    private static final String GREETING = "torch ";

    private final Path script;
    private final Process process;
    private final BufferedReader answers;
    private final Writer questions;
    private final @Nullable String greeting;

    private TorchPeer(String python) throws IOException {
        script = Files.createTempFile("torch", ".py");
        try (InputStream text = Objects.requireNonNull(TorchPeer.class.getResourceAsStream(SCRIPT), SCRIPT)) {
            Files.copy(text, script, StandardCopyOption.REPLACE_EXISTING);
            process = new ProcessBuilder(python, script.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            Files.deleteIfExists(script);
            throw e;
        }
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        questions = process.outputWriter(StandardCharsets.UTF_8);
        greeting = answers.readLine();
    }

    /** Starts it; empty where there is no such program, or no PyTorch with a fused Adam in it. */
    static Optional<TorchPeer> start(String python) {
        try {
            TorchPeer peer = new TorchPeer(python);
            if (peer.greeting != null && peer.greeting.startsWith(GREETING)) {
                return Optional.of(peer);
            }
            peer.close();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The version of PyTorch. */
    String version() {
        return Objects.requireNonNull(greeting).substring(GREETING.length());
    }

    /** Multiply-adds a second of its matrix product on all cores; 0 if it does not tell. */
    double product(double seconds) {
        try {
            return number("product " + seconds);
        } catch (IOException e) {
            return 0;
        }
    }

    /** A training of a case, in place of the one before. */
    TimedTraining training(BenchCase benchCase, int batch) {
        return new Training(benchCase, batch);
    }

    private String ask(String question) throws IOException {
        questions.write(question + "\n");
        questions.flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("Python has ended");
        }
        return answer;
    }

    private double number(String question) throws IOException {
        String answer = ask(question);
        try {
            return Double.parseDouble(answer);
        } catch (NumberFormatException e) {
            throw new IOException(answer, e);
        }
    }

    /** Its child ends by itself with its input; one that does not is ended. */
    @Override
    public void close() {
        process.destroy();
        try {
            Files.deleteIfExists(script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opened at its first turn, so that what it cannot hold is told as what it cannot train. */
    private final class Training implements TimedTraining {
        private final String opening;
        private boolean open;
        private @Nullable String problem;

        Training(BenchCase benchCase, int batch) {
            NeuMfSpec spec = benchCase.spec();
            String layers = spec.layers().stream().map(String::valueOf).collect(Collectors.joining("-"));
            opening = "open %d %d %d %d %d %s %d %d %d"
                    .formatted(
                            spec.users(),
                            spec.items(),
                            spec.gmf(),
                            spec.mlpUser(),
                            spec.mlpItem(),
                            layers,
                            benchCase.positivesPerUser(),
                            benchCase.negatives(),
                            batch);
        }

        @Override
        public String id() {
            return ID;
        }

        @Override
        public double turn(double seconds) {
            if (problem != null) {
                return 0;
            }
            try {
                if (!open) {
                    String answer = ask(opening);
                    if (!answer.equals("ok")) {
                        throw new IOException(answer);
                    }
                    open = true;
                }
                return number("train " + seconds);
            } catch (IOException e) {
                problem = String.valueOf(e.getMessage());
                return 0;
            }
        }

        @Override
        public Optional<String> problem() {
            return Optional.ofNullable(problem);
        }

        @Override
        public void close() {}
    }
}
