package dev.nara.battery;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Every parser makes a value or a message of any broken form of a whole input. {@code -Djqwik.tries.default=N} tries more. */
@Tag("process")
@Domain(Edits.class)
@Domain(DomainContext.Global.class)
class ParsersTest {
    private static final Map<String, Parser> PARSERS = Parsers.in(folder());

    private static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target/battery")), "parsers");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Provide
    Arbitrary<String> parsers() {
        return Arbitraries.of(PARSERS.keySet());
    }

    @Provide
    Arbitrary<byte[]> anything() {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(300);
    }

    @Example
    void everyParserTakesWhatIsWhole() {
        PARSERS.values().forEach(parser -> parser.seeds()
                .forEach(seed -> assertTrue(Refusals.taken(parser, seed), parser.name())));
    }

    /** What was once found by a fuzzer, in {@code src/test/fuzz/NAME}. */
    @Example
    void whatWasOnceTroubleIsAnswered() throws IOException {
        for (Map.Entry<String, Parser> parser : PARSERS.entrySet()) {
            Path kept = Path.of("src/test/fuzz").resolve(parser.getKey());
            if (Files.isDirectory(kept)) {
                try (Stream<Path> inputs = Files.list(kept)) {
                    for (Path input : inputs.filter(Files::isRegularFile).toList()) {
                        Refusals.taken(parser.getValue(), Files.readAllBytes(input));
                    }
                }
            }
        }
    }

    @Property(seed = "23")
    void ofWhatIsBrokenItMakesAValueOrAMessage(@ForAll("parsers") String name, @ForAll List<Edit> edits) {
        Parser parser = PARSERS.get(name);
        int which = edits.get(0).choice() % parser.seeds().size();
        Refusals.taken(parser, Edits.apply(parser.seeds().get(which), edits));
    }

    @Property(seed = "23")
    void soItDoesOfAnyBytes(@ForAll("parsers") String name, @ForAll("anything") byte[] input) {
        Refusals.taken(PARSERS.get(name), input);
    }
}
