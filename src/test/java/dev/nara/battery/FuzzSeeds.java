package dev.nara.battery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the whole inputs of a parser into a folder, for a fuzzer to begin with. */
public final class FuzzSeeds {
    private FuzzSeeds() {}

    /** The parser's name and the folder. */
    public static void main(String[] arguments) throws IOException {
        List<byte[]> seeds = FuzzTarget.parser(arguments[0]).seeds();
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        for (int n = 0; n < seeds.size(); n++) {
            Files.write(folder.resolve("seed-" + n), seeds.get(n));
        }
    }
}
