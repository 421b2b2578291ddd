package dev.nara.battery;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/**
 * What a fuzzer calls with inputs that it makes to reach ever more of a parser: {@code -Dnara.parser=NAME} says of which. See
 * CONTRIBUTING.md.
 */
public final class FuzzTarget {
    private static Parser parser = new Parser("", List.of(), input -> {});

    private FuzzTarget() {}

    /** Called once, before the first input. */
    public static void fuzzerInitialize() {
        parser = parser(System.getProperty("nara.parser", "recipe"));
        parser.seeds().forEach(seed -> Refusals.takenHere(parser, seed));
    }

    /** Fails where the parser makes neither a value nor a message of the input. */
    public static void fuzzerTestOneInput(byte[] input) {
        Refusals.takenHere(parser, input);
    }

    static Parser parser(String name) {
        try {
            Map<String, Parser> all = Parsers.in(Files.createTempDirectory("parsers"), name.startsWith("run-file"));
            Parser named = all.get(name);
            if (named == null) {
                throw new IllegalArgumentException(name + " is none of run-file, " + String.join(", ", all.keySet()));
            }
            return named;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
